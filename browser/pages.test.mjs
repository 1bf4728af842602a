// Every page of every one of the demo city's people: first as most see it, then in all circumstances.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAnswer, checkKeyboard, checkLargeText, checkPage, checkPaper } from './checks.mjs';
import { byLoad, everyCombination, pairwise } from './combinations.mjs';
import { BASE, launchBrowser, named, personas, startVarde, Visitor } from './harness.mjs';
import { links } from './in_page.mjs';
import { walk } from './walk.mjs';

/** Those who meet the product for their own sake; the others are at work. */
const PRIVATE = new Set([null, 'person', 'person-new', 'next-of-kin']);

const FULL = process.env.VARDE_BROWSER === 'full';
const combinations = FULL ? everyCombination() : pairwise();

let varde;
let browser;
/** For each kind of page, where it was first met and by whom: `kind -> { persona, path }`. */
const kinds = new Map();
/** Which kinds have been looked at closely, and for whom. */
const closely = new Set();

before(async () => {
  varde = await startVarde();
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await varde?.stop();
});

const audienceOf = (persona) => (PRIVATE.has(persona) ? 'person' : 'staff');

async function arrive(persona, settings) {
  const visitor = await Visitor.open(browser, varde.url, settings);
  const start = persona ? await visitor.signInAs(persona) : '/';
  visitor.takeComplaints();
  return { visitor, start };
}

/** Two at once: one's page is drawn while another's is judged. */
test('every page as most see it', { concurrency: 2 }, async (t) => {
  const everybody = [null, ...(await personas(browser, varde.url))];
  const walked = everybody.map((persona) =>
    t.test(persona ?? 'anyone', async (t) => {
      const { visitor, start } = await arrive(persona, BASE);
      try {
        const { wrong, pages } = await walkAndCheck(visitor, persona, start);
        t.diagnostic(`${pages} kinds of page`);
        assert.deepEqual(wrong, []);
      } finally {
        await visitor.close();
      }
    }),
  );
  await Promise.all(walked);
});

const task = (path) => path.split(/[/?]/)[1];

async function walkAndCheck(visitor, persona, start) {
  const wrong = [];
  const titles = new Map();
  const seen = await walk(visitor, persona ? [start, '/'] : ['/'], async (response, path, kind) => {
    const say = (what) => wrong.push(`${path}: ${what}`);
    if (response.status() !== 200) {
      say(`a link leads here and the answer is ${response.status()}`);
      return [];
    }
    if (!/text\/html/.test(response.headers()['content-type'] ?? '')) return [];
    (await checkAnswer(response, { signedIn: persona !== null })).forEach(say);
    // The same template for the same audience is looked at closely once; the full run looks at every page.
    const known = `${audienceOf(persona)} ${kind}`;
    if (closely.has(known)) return visitor.inspect(links);
    closely.add(known);
    const { wrong: found, page } = await checkPage(visitor, { audience: audienceOf(persona) });
    found.forEach(say);
    // The steps and filters of one task may share its title: a tab must not say what somebody asked for.
    const met = titles.get(page.title);
    if (met && task(met) !== task(path)) say(`has the title of ${met}: "${page.title}"`);
    titles.set(page.title, path);
    if (!kinds.has(kind)) {
      kinds.set(kind, { persona, path });
      (await checkLargeText(visitor)).forEach(say);
      (await checkPaper(visitor)).forEach(say);
      (await checkKeyboard(visitor)).forEach(say);
    }
    return page.links;
  });
  return { wrong, pages: seen.size };
}

/** Two at once: one is drawn while the other is judged. A page is loaded once for all the widths and schemes of its group. */
test('every kind of page in all circumstances', { concurrency: 2 }, async (t) => {
  assert.ok(kinds.size > 0, 'no page was found by following links');
  const began = Date.now();
  let done = 0;
  const seen = byLoad(combinations).map((group) =>
    t.test(group.map(named).join(' | '), async () => {
      const { wrong, seconds } = await everyKind(group);
      done += group.length;
      const each = (seconds / group.length).toFixed(1);
      const elapsed = Math.round((Date.now() - began) / 1000);
      process.stderr.write(`${done} of ${combinations.length} combinations, ${elapsed} s; ${each} s each: ${named(group[0])}\n`);
      assert.deepEqual(wrong, []);
    }),
  );
  await Promise.all(seen);
});

/** Every kind of page, loaded as the first of these combinations and looked at in all of them. */
async function everyKind(group) {
  const began = Date.now();
  const wrong = [];
  const shown = FULL ? [...kinds.values()] : onceEach();
  for (const persona of new Set(shown.map((met) => met.persona))) {
    const { visitor } = await arrive(persona, group[0]);
    for (const { path } of shown.filter((met) => met.persona === persona)) {
      await visitor.goto(path);
      let width;
      for (const circumstances of group) {
        await visitor.look(circumstances);
        const { wrong: found } = await checkPage(visitor, { audience: audienceOf(persona), recoloured: circumstances.width === width });
        width = circumstances.width;
        wrong.push(...found.map((what) => `${path}: ${what} (${named(circumstances)})`));
      }
    }
    await visitor.close();
  }
  return { wrong, seconds: (Date.now() - began) / 1000 };
}

/** One of each address: a filter or the next page of a list is drawn by the same template. */
function onceEach() {
  const addresses = new Map();
  for (const [kind, met] of kinds) {
    const address = kind.split('?')[0];
    if (!addresses.has(address)) addresses.set(address, met);
  }
  return [...addresses.values()];
}
