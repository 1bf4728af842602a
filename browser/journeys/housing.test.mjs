// Jon has waited for a home since the spring. He says no to an offer, with no reason, and waits on from the same date; the
// housing service reads it, and the landlord is told nothing.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { DESK, PHONE, journeys } from '../city.mjs';
import { Journey } from '../journey.mjs';

journeys('a no costs nothing', [PHONE, DESK], async (city, settings) => {
  const jon = await city.as('person', settings);
  const journey = new Journey(jon);
  await journey.start('/hjem');
  await journey.link('Bolig');
  const before = await since(jon);
  await faultless(jon, 'person');
  assert.match(await jon.page.locator('main').innerText(), /Fjellveien 12, H0203/);
  await journey.button('Nei takk', { exact: true });
  journey.within({ screens: 3, taps: 2 });
  assert.equal(await since(jon), before, 'the date is the same');
  assert.match(await jon.page.locator('main').innerText(), /Nei, /);
  await faultless(jon, 'person');
  await jon.close();

  const per = await city.as('housing', settings);
  await per.goto('/bolig');
  await faultless(per, 'staff');
  await per.page.locator('li', { hasText: 'Jon' }).getByRole('link').first().click();
  await per.page.waitForLoadState();
  await faultless(per, 'staff');
  const page = await per.page.locator('main').innerText();
  assert.match(page, /Hjem som er ledige/);
  assert.match(page, /Sa nei /);
  await per.close();
});

async function since(visitor) {
  const text = await visitor.page.locator('main').innerText();
  return /Du har ventet siden [^.]+\. ?\S+ \d{4}/.exec(text)?.[0];
}

