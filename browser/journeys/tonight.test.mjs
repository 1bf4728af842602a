// Somebody needs a place tonight, without saying who they are. The welfare office gives one that same day; it is not safe for
// them, and they get another.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkPage } from '../checks.mjs';
import { launchBrowser, named, startVarde, Visitor } from '../harness.mjs';
import { Journey } from '../journey.mjs';

const CIRCUMSTANCES = [390, 1280].flatMap((width) =>
  [true, false].map((script) => ({ width, script, scheme: 'light', language: 'nb', style: true })),
);

let browser;
before(async () => {
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
});

for (const settings of CIRCUMSTANCES) {
  test(`a place tonight, and another when it is not safe: ${named(settings)}`, async () => {
    // A city of its own: the places of one night are soon given away.
    const varde = await startVarde();
    try {
      await ask(varde.url, settings);
    } finally {
      await varde.stop();
    }
  });
}

async function ask(url, settings) {
  const words = `Trenger et sted der det er stille, ${named(settings)}`;
  const visitor = await Visitor.open(browser, url, settings);
  const journey = new Journey(visitor);
  await journey.start('/i-natt');
  await sound(visitor, 'person');
  await journey.link('Be om et sted i natt');
  await visitor.page.locator('textarea').fill(words);
  await journey.choose(/Noen er våkne/);
  await journey.button('Send');
  assert.equal(await journey.heading(), 'Vi har fått det');
  journey.within({ screens: 3, taps: 3 });
  await sound(visitor, 'person');
  const code = (await visitor.page.locator('.v-code').innerText()).replace(/\s*·\s*/g, ' ');

  await give(url, settings, words, /Blå hus/);
  await journey.start('/i-natt/svar');
  await visitor.page.getByLabel('Koden din').fill(code);
  await journey.button('Åpne');
  assert.match(await visitor.page.locator('main').innerText(), /Blå hus[\s\S]*Du kan klage til og med/);
  await sound(visitor, 'person');
  await visitor.page.getByText('Det er ikke trygt for meg').click();
  await journey.button('Finn et annet sted');
  assert.match(await visitor.page.locator('main').innerText(), /Vi leter etter et sted/);

  await give(url, settings, words, /Kompass nattrom/);
  await journey.start('/i-natt/min');
  await journey.button('Jeg kommer');
  assert.match(await visitor.page.locator('main').innerText(), /Her sover du[\s\S]*Kompass nattrom/);
  await visitor.close();
}

async function sound(visitor, audience) {
  const { wrong } = await checkPage(visitor, { audience });
  assert.deepEqual(wrong, []);
}

/** The caseworker on duty gives this place to whoever wrote these words. */
async function give(url, settings, words, place) {
  const visitor = await Visitor.open(browser, url, settings);
  await visitor.signInAs('nav');
  await visitor.goto('/i-natt');
  const row = visitor.page.locator('li', { hasText: words });
  await row.getByRole('link', { name: /Åpne/ }).click();
  await visitor.page.waitForLoadState();
  await sound(visitor, 'staff');
  await visitor.page.getByRole('radio', { name: place }).check();
  await visitor.page.getByRole('button', { name: 'Gi denne plassen' }).click();
  await visitor.page.waitForLoadState();
  assert.match(await visitor.page.locator('main').innerText(), place);
  await visitor.close();
}
