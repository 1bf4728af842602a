// J2: the person decides who sees what, sees it with the receiver's eyes, and takes it back.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { ALL_FOUR, journeys } from '../city.mjs';
import { Journey } from '../journey.mjs';
import { picture } from '../pictures.mjs';

journeys('sharing is given, seen and taken back', ALL_FOUR, shareAndStop);

async function shareAndStop(city, settings) {
  const visitor = await city.visit(settings);
  const journey = new Journey(visitor);
  await visitor.signInAs('person');
  await visitor.goto('/planen');
  await picture(visitor, `plan-${settings.width}`);
  await journey.start('/hjem');
  await journey.link('Deling', { exact: true });
  await picture(visitor, `sharing-${settings.width}`);
  const detox = visitor.page.locator('li', { hasText: 'Avrusningen' }).last();
  await journey.tap(detox.getByRole('link'));
  assert.equal(await visitor.page.locator('input[type=checkbox]:checked').count(), 0, 'nothing is ticked from before');
  await journey.choose('Bolig');
  await journey.choose(/En uke/);
  await journey.button(/Se planen slik/);
  await picture(visitor, `share-${settings.width}`);
  const preview = await visitor.page.locator('.v-preview').innerText();
  assert.match(preview, /Bolig/);
  assert.doesNotMatch(preview, /Penger/, 'the preview shows what is chosen and nothing more');
  await faultless(visitor, 'person');
  await journey.button(/^Del med/);
  journey.within({ screens: 5, taps: 6 });

  const staff = await city.as('detox-nurse', settings);
  await staff.goto('/folk');
  await staff.page.getByRole('link', { name: /Jon/ }).first().click();
  await staff.page.waitForLoadState();
  const seen = staff.page.url();
  assert.match(await staff.page.locator('main').innerText(), /Bolig/);
  assert.doesNotMatch(await staff.page.locator('main').innerText(), /Penger/);
  await picture(staff, `one-person-${settings.width}`);

  await journey.start('/hjem');
  await journey.link('Deling', { exact: true });
  const card = visitor.page.locator('li', { hasText: 'Avrusningen' }).last();
  await journey.tap(card.getByRole('link', { name: /Slutt å dele/ }).or(card.getByRole('button', { name: /Slutt å dele/ })));
  await journey.tap(visitor.page.locator('main button[type=submit]').first());
  journey.within({ screens: 4, taps: 3 });
  assert.match(await visitor.page.locator('main').innerText(), /Angre/);

  await staff.page.goto(seen);
  assert.doesNotMatch(await staff.page.locator('main').innerText(), /egen dør/, 'closed at the next request');
  await staff.close();
  await visitor.close();
}
