// The overview: whoever coordinates sees what waits and where, in numbers that lead to nobody.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { DESK, PHONE, journey, journeys } from '../city.mjs';

journeys('the leader reads the numbers in words', [PHONE, DESK], async (city, settings) => {
  const visitor = await city.as('leader', settings);
  await visitor.goto('/oversikt');
  const text = await visitor.page.locator('main').innerText();
  assert.match(text, /Tjenestene følger opp (minst )?\d+ personer/);
  assert.match(text, /Færre enn 5: /);
  // Every number that stands alone in a row is five or more, and no link leads on to a person.
  for (const row of await visitor.page.locator('main li').allInnerTexts()) assert.ok(Number.parseInt(row, 10) >= 5, row);
  assert.equal(await visitor.page.locator('main a[href^="/folk"]').count(), 0);
  await faultless(visitor, 'staff');
  await visitor.close();
});

journey('the coordinator finds it beside the day', async (city) => {
  const visitor = await city.as('coordinator', DESK);
  await visitor.goto('/i-dag');
  await visitor.page.getByRole('link', { name: 'Se oversikten' }).click();
  assert.equal(await visitor.page.locator('h1').innerText(), 'Oversikt over tjenestene');
  await visitor.close();
});
