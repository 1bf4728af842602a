// J1: somebody asks for help without saying who they are, and reads the answer with a code.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { ALL_FOUR, journeys } from '../city.mjs';
import { Journey } from '../journey.mjs';
import { picture } from '../pictures.mjs';

journeys('help is asked for and answered', ALL_FOUR, async (city, settings) => {
  const words = 'Trenger et sted i natt, helst stille';
  const visitor = await city.visit(settings);
  const journey = new Journey(visitor);
  await journey.start('/');
  await picture(visitor, `front-${settings.width}`);
  await journey.link(/Et sted å sove/);
  await visitor.page.locator('textarea').fill(words);
  await journey.button('Neste');
  await journey.choose(/Her, med en kode/);
  await journey.button('Send');
  assert.equal(await journey.heading(), 'Vi har fått meldingen din');
  journey.within({ screens: 4, taps: 5 });
  await picture(visitor, `receipt-${settings.width}`);
  await faultless(visitor, 'person');
  const receipt = await visitor.page.locator('main').innerText();
  assert.match(receipt, /før kl\.\s\d\d\.\d\d/, 'the promise is a clock time');
  assert.match(receipt, /Vi sletter/, 'it says when it is deleted');
  const code = (await visitor.page.locator('.v-code').innerText()).replace(/\s*·\s*/g, ' ');
  await visitor.close();

  await answerAsStaff(city, settings, words);
  await readWith(city, code, settings);
});

/** The one who was promised the request takes it and answers, from the inbox of the housing team. */
async function answerAsStaff(city, settings, words) {
  const visitor = await city.as('housing', settings);
  await visitor.goto('/i-dag');
  await picture(visitor, `today-${settings.width}`);
  await visitor.goto('/innboks');
  const row = visitor.page.locator('li', { hasText: words });
  await row.getByRole('link', { name: /Åpne/ }).click();
  await visitor.page.waitForLoadState();
  await visitor.page.locator('textarea').first().fill('Det er en seng på Blå hus. Ring på døra.');
  await visitor.page.getByRole('button', { name: /Send/ }).first().click();
  await visitor.page.waitForLoadState();
  await visitor.close();
}

/** Anywhere, on another device: the code opens the answer, and nothing else. */
async function readWith(city, code, settings) {
  const visitor = await city.visit(settings);
  const journey = new Journey(visitor);
  await journey.start('/');
  await visitor.page.getByLabel('Koden din').fill(code);
  await journey.button('Åpne');
  const text = await visitor.page.locator('main').innerText();
  assert.match(text, /Det er en seng på Blå hus/);
  assert.match(text, /Fra Per hos Boligteamet/, 'the answer has a named human');
  await picture(visitor, `answer-${settings.width}`);
  await faultless(visitor, 'person');
  const plan = await visitor.page.goto(`${city.url}/planen`);
  assert.ok([401, 403].includes(plan.status()), 'a code opens one answer, never the plan');
  await visitor.close();
}
