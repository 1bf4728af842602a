// Somebody needs a place tonight, without saying who they are. The welfare office gives one that same day; it is not safe for
// them, and they get another.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { ALL_FOUR, journeys } from '../city.mjs';
import { Journey } from '../journey.mjs';

journeys('a place tonight, and another when it is not safe', ALL_FOUR, ask);

async function ask(city, settings) {
  const words = 'Trenger et sted der det er stille';
  const visitor = await city.visit(settings);
  const journey = new Journey(visitor);
  await journey.start('/i-natt');
  await faultless(visitor, 'person');
  await journey.link('Be om et sted i natt');
  await visitor.page.locator('textarea').fill(words);
  await journey.choose(/Noen er våkne/);
  await journey.button('Send');
  assert.equal(await journey.heading(), 'Vi har fått det');
  journey.within({ screens: 3, taps: 3 });
  await faultless(visitor, 'person');
  const code = (await visitor.page.locator('.v-code').innerText()).replace(/\s*·\s*/g, ' ');

  await give(city, settings, words, /Blå hus/);
  await journey.start('/i-natt/svar');
  await visitor.page.getByLabel('Koden din').fill(code);
  await journey.button('Åpne');
  assert.match(await visitor.page.locator('main').innerText(), /Blå hus[\s\S]*Du kan klage til og med/);
  await faultless(visitor, 'person');
  await visitor.page.getByText('Det er ikke trygt for meg').click();
  await journey.button('Finn et annet sted');
  assert.match(await visitor.page.locator('main').innerText(), /Vi leter etter et sted/);

  await give(city, settings, words, /Kompass nattrom/);
  await journey.start('/i-natt/min');
  await journey.button('Jeg kommer');
  assert.match(await visitor.page.locator('main').innerText(), /Her sover du[\s\S]*Kompass nattrom/);
  await visitor.close();
}

/** The caseworker on duty gives this place to whoever wrote these words. */
async function give(city, settings, words, place) {
  const visitor = await city.as('nav', settings);
  await visitor.goto('/i-natt');
  const row = visitor.page.locator('li', { hasText: words });
  await row.getByRole('link', { name: /Åpne/ }).click();
  await visitor.page.waitForLoadState();
  await faultless(visitor, 'staff');
  await visitor.page.getByRole('radio', { name: place }).check();
  await visitor.page.getByRole('button', { name: 'Gi denne plassen' }).click();
  await visitor.page.waitForLoadState();
  assert.match(await visitor.page.locator('main').innerText(), place);
  await visitor.close();
}
