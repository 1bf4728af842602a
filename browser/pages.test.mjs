// Every page of every one of the demo city's people: first as most see it, then in all circumstances.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAnswer, checkKeyboard, checkLargeText, checkPage, checkPaper } from './checks.mjs';
import { everyCombination, pairwise } from './combinations.mjs';
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

test('every page as most see it', async (t) => {
  for (const persona of [null, ...(await personas(browser, varde.url))]) {
    await t.test(persona ?? 'anyone', async () => {
      const { visitor, start } = await arrive(persona, BASE);
      try {
        assert.deepEqual(await walkAndCheck(visitor, persona, start), []);
      } finally {
        await visitor.close();
      }
    });
  }
});

const task = (path) => path.split(/[/?]/)[1];

async function walkAndCheck(visitor, persona, start) {
  const wrong = [];
  const titles = new Map();
  await walk(visitor, persona ? [start, '/'] : ['/'], async (response, path, kind) => {
    const say = (what) => wrong.push(`${path}: ${what}`);
    if (response.status() !== 200) {
      say(`a link leads here and the answer is ${response.status()}`);
      return [];
    }
    if (!/text\/html/.test(response.headers()['content-type'] ?? '')) return [];
    (await checkAnswer(response, { signedIn: persona !== null })).forEach(say);
    // The same template for the same audience is looked at closely once; the full run looks at every page.
    const known = `${audienceOf(persona)} ${kind}`;
    if (closely.has(known) && !FULL) return visitor.inspect(links);
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
  return wrong;
}

/** Two at once: one is drawn while the other is judged. */
test('every kind of page in all circumstances', { concurrency: 2 }, async (t) => {
  assert.ok(kinds.size > 0, 'no page was found by following links');
  const seen = combinations.map((settings) =>
    t.test(named(settings), async () => {
      const wrong = [];
      for (const persona of new Set([...kinds.values()].map((met) => met.persona))) {
        const { visitor } = await arrive(persona, settings);
        for (const { path } of [...kinds.values()].filter((met) => met.persona === persona)) {
          await visitor.goto(path);
          const { wrong: found } = await checkPage(visitor, { audience: audienceOf(persona) });
          wrong.push(...found.map((what) => `${path}: ${what}`));
        }
        await visitor.close();
      }
      assert.deepEqual(wrong, []);
    }),
  );
  await Promise.all(seen);
});
