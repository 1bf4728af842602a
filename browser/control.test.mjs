// The checks themselves on trial: pages with one planted fault each, which must be found, and a good page, which must pass.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { checkAnswer, checkKeyboard, checkLargeText, checkPage, checkPaper } from './checks.mjs';
import { CIRCUMSTANCES, everyCombination, pairs, pairwise } from './combinations.mjs';
import { launchBrowser, Visitor } from './harness.mjs';
import { Journey } from './journey.mjs';
import { kindOf, walk } from './walk.mjs';

const SHEET = `
  html { font: 100%/1.5 sans-serif; color: #111; background: #fff; }
  body { margin: 0; } main, footer, header { padding: 1rem; max-width: 40rem; overflow-wrap: anywhere; }
  button { font: inherit; } a, button { display: inline-block; min-height: 3rem; min-width: 3rem; line-height: 3rem; } p a { display: inline; min-height: 0; line-height: inherit; }
  label.row { display: block; min-height: 3rem; } :focus-visible { outline: 3px solid #124; }
  .dark { background: #222; color: #fff; padding: 1rem; }
  @media print { * { background: #fff !important; color: #000 !important; } }
`;

const page = (main, { lang = 'nb', title = 'Hjem', head = '' } = {}) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/floor.css"><link rel="stylesheet" href="/assets/varde-0a.css">${head}</head>
<body><header><a href="/">Hjem</a></header><main>${main}</main></body></html>`;

const GOOD = page(`<h1>Hei, Jon</h1><p>Les om <a href="/deling">deling</a> i planen din.</p>
  <p class="dark">På skjermen er dette mørkt.</p>
  <form method="post" action="/lagre"><input type="hidden" name="token" value="0123456789abcdef0123456789abcdef">
  <label class="row"><input type="checkbox" name="a"> Bolig</label><button>Lagre</button></form>`);

const PAGES = {
  '/': GOOD,
  '/deling': page('<h1>Deling</h1><p><a href="/person/0123456789abcdef0123456789abcdef">Fastlegen</a></p>', { title: 'Deling' }),
  '/person/0123456789abcdef0123456789abcdef': page('<h1>Fastlegen</h1>', { title: 'Fastlegen' }),
  '/no-script': page('<h1>Skript</h1><noscript>uten skript</noscript>'),
  '/wide': page('<h1>Bred</h1><pre>' + 'x'.repeat(200) + '</pre>'),
  '/hidden-width': page('<h1>Bred</h1><pre>' + 'x'.repeat(200) + '</pre>', { head: '<link rel="stylesheet" href="/clip.css">' }),
  '/small': page('<h1>Liten</h1><ul><li><button class="tiny">x</button></li></ul>', { head: '<link rel="stylesheet" href="/tiny.css">' }),
  '/two-headings': page('<h1>En</h1><h1>To</h1>'),
  '/language': page('<h1>Hi</h1>', { lang: 'en' }),
  '/no-token': page('<h1>Skjema</h1><form method="post" action="/lagre"><button>Lagre</button></form>'),
  '/no-label': page('<h1>Felt</h1><input type="text" name="a">'),
  '/script': page('<h1>Skript</h1><script>document.title = "x"</script>'),
  '/elsewhere': page('<h1>Andre</h1><img alt="" src="http://127.0.0.2:9/x.png">'),
  '/broken': page('<h1>Borte</h1><img alt="" src="/gone.png">'),
  '/order': page('<h1>Orden</h1><button tabindex="2">To</button><button tabindex="1">En</button>'),
  '/no-focus': page('<h1>Usynlig</h1><button class="bare">x</button>', { head: '<link rel="stylesheet" href="/tiny.css">' }),
  '/covered': page('<h1>Dekket</h1><button>x</button><div class="cover"></div>', { head: '<link rel="stylesheet" href="/tiny.css">' }),
  '/fixed-text': page('<h1>Fast</h1><p class="fixed">Denne teksten vokser ikke.</p>', { head: '<link rel="stylesheet" href="/tiny.css">' }),
  '/dark-paper': page('<h1>Ark</h1><p class="ink">Mørkt</p>', { head: '<link rel="stylesheet" href="/tiny.css">' }),
};

const SHEETS = {
  '/floor.css': SHEET,
  '/assets/varde-0a.css': 'h1 { color: #123; }',
  '/clip.css': 'body { overflow-x: hidden; }',
  '/tiny.css': `.tiny { min-width: 0; min-height: 0; line-height: 1; height: 20px; width: 20px; padding: 0 } .bare:focus-visible { outline: none }
    .cover { position: fixed; inset: 0; background: #fff } .fixed { font-size: 16px } @media print { .ink { background: #222 !important } }`,
};

let server;
let url;
let browser;

before(async () => {
  server = createServer((request, response) => {
    const path = request.url.split('?')[0];
    if (request.method === 'POST') return response.writeHead(303, { location: '/deling' }).end();
    const [text, kind] = PAGES[path] ? [PAGES[path], 'text/html; charset=utf-8'] : [SHEETS[path], 'text/css'];
    response.writeHead(text ? 200 : 404, {
      'content-type': kind,
      'content-security-policy': "default-src 'self'; img-src 'self' data: http://127.0.0.2:9",
      'cache-control': path === '/deling' ? 'max-age=60' : 'no-store',
    });
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://localhost:${server.address().port}`;
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  server?.close();
});

async function visit(path, settings, look) {
  const visitor = await Visitor.open(browser, url, settings);
  try {
    const response = await visitor.goto(path);
    return await look(visitor, response);
  } finally {
    await visitor.close();
  }
}

const found = (path, settings = {}) => visit(path, settings, async (visitor) => (await checkPage(visitor)).wrong);

test('a good page passes in every circumstance', async () => {
  for (const { language: _, ...settings } of pairwise()) {
    assert.deepEqual(await found('/', settings), [], JSON.stringify(settings));
  }
});

test('a good page passes with large text, on paper, by keyboard and as an answer', async () => {
  await visit('/', {}, async (visitor, response) => {
    assert.deepEqual(await checkLargeText(visitor), []);
    assert.deepEqual(await checkPaper(visitor), []);
    assert.deepEqual(await checkKeyboard(visitor), []);
    assert.deepEqual(await checkAnswer(response, { signedIn: true }), []);
  });
});

const PLANTED = [
  ['/wide', /scrolls \d+ px sideways.*<pre>/],
  ['/hidden-width', /scrolls .*<pre>/],
  ['/small', /target 20 × 20 px, least 44/],
  ['/two-headings', /2 headings of the first order/],
  ['/language', /lang is "en", not "nb"/],
  ['/no-token', /the form to \/lagre has no token/],
  ['/no-label', /axe finds label/],
  ['/script', /console: .*[Cc]ontent [Ss]ecurity [Pp]olicy/],
  ['/elsewhere', /asks another server: 127\.0\.0\.2/],
  ['/broken', /404 for \/gone\.png/],
];

for (const [path, expected] of PLANTED) {
  test(`the planted fault of ${path} is found`, async () => {
    const wrong = await found(path);
    assert.ok(wrong.some((what) => expected.test(what)), JSON.stringify(wrong));
  });
}

test('the planted fault is found with scripts off, too', async () => {
  assert.ok((await found('/no-label', { script: false })).some((what) => /axe finds label/.test(what)));
});

test('scripts are off when they are off', async () => {
  const shown = (script) => visit('/no-script', { script }, (visitor) => visitor.inspect(() => document.body.innerText));
  assert.match(await shown(false), /uten skript/);
  assert.doesNotMatch(await shown(true), /uten skript/);
});

test('the layered style sheet is gone when it is taken away', async () => {
  const colour = (style) => visit('/', { style }, (visitor) => visitor.inspect(() => getComputedStyle(document.querySelector('h1')).color));
  assert.notEqual(await colour(true), await colour(false));
});

test('a keyboard that jumps, and focus that is covered or not seen, are found', async () => {
  const keyboard = (path) => visit(path, {}, checkKeyboard);
  assert.ok((await keyboard('/order')).some((what) => /goes back/.test(what)));
  assert.ok((await keyboard('/no-focus')).some((what) => /not to be seen/.test(what)));
  assert.ok((await keyboard('/covered')).some((what) => /hidden or covered/.test(what)));
});

test('text that does not grow, and paper that is dark, are found', async () => {
  assert.ok((await visit('/fixed-text', {}, checkLargeText)).some((what) => /stays at 16 px/.test(what)));
  assert.ok((await visit('/dark-paper', {}, checkPaper)).some((what) => /prints dark: <p class="ink">/.test(what)));
});

test('an answer the browser may keep after sign-in is found', async () => {
  assert.match((await visit('/deling', {}, (_, response) => checkAnswer(response, { signedIn: true }))).join(), /may keep/);
});

test('links are followed once for each kind of page', async () => {
  const met = await visit('/', {}, (visitor) =>
    walk(visitor, ['/'], async () => (await checkPage(visitor)).page.links),
  );
  assert.deepEqual([...met.keys()], ['/', '/deling', '/person/:id']);
  assert.equal(kindOf('/moter/2026-11-26/12?side=2&a=1'), '/moter/:day/:id?a&side');
});

test('a journey counts its screens and taps', async () => {
  await visit('/', {}, async (visitor) => {
    const journey = new Journey(visitor);
    await journey.start('/');
    await journey.choose('Bolig');
    await journey.button('Lagre');
    assert.equal(await journey.heading(), 'Deling');
    assert.deepEqual([journey.screens, journey.taps], [2, 2]);
    journey.within({ screens: 2, taps: 2 });
    assert.throws(() => journey.within({ screens: 1, taps: 2 }), /2 screens, at most 1/);
    assert.throws(() => journey.within({ screens: 2, taps: 1 }), /2 taps, at most 1/);
  });
});

test('in the handful of combinations any two circumstances meet', () => {
  const chosen = pairwise();
  const met = new Set(chosen.flatMap(pairs));
  assert.deepEqual([...new Set(everyCombination().flatMap(pairs))].filter((pair) => !met.has(pair)), []);
  assert.ok(chosen.length <= 14, `${chosen.length} combinations`);
  assert.equal(everyCombination().length, Object.values(CIRCUMSTANCES).reduce((product, values) => product * values.length, 1));
});
