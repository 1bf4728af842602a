// A bed: asked for with the person's yes, held by the ward, answered by the person, begun, and ended with a holder.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { ALL_FOUR, journeys } from '../city.mjs';
import { Journey } from '../journey.mjs';
import { picture } from '../pictures.mjs';

journeys('a bed from the question to the day he goes', ALL_FOUR, fromQuestionToGone);

async function fromQuestionToGone(city, settings) {
  const kari = await city.visit(settings);
  const asking = new Journey(kari);
  await kari.signInAs('mo-nurse');
  await kari.goto('/folk');
  await kari.page.getByRole('link', { name: /Jon/ }).first().click();
  await kari.page.waitForLoadState();
  await asking.link('Spør om plass', { exact: true });
  await asking.choose(/^Avrusning/);
  await asking.choose(/Samtaler på poliklinikk/);
  await asking.choose(/har sagt ja/);
  await asking.button('Spør avdelingen');
  assert.match(await kari.page.locator('main').innerText(), /Spør om plass på Avrusning/);
  await faultless(kari, 'staff');

  const anna = await city.visit(settings);
  const ward = new Journey(anna);
  await anna.signInAs('detox-nurse');
  await anna.goto('/plasser');
  await picture(anna, `places-${settings.width}`);
  const before = await anna.page.locator('.v-unit').first().locator('.v-aged__n b').innerText();
  await ward.start('/inneliggende?vis=spor');
  await faultless(anna, 'staff');
  await ward.link('Jon', { exact: true });
  await ward.button('Hold av plassen');
  assert.match(await anna.page.locator('main').innerText(), /Plass holdt av på Avrusning/);
  assert.notEqual(await anna.page.locator('.v-aged__n b').innerText(), before, 'the board follows');

  const jon = await city.visit(settings);
  const own = new Journey(jon);
  await jon.signInAs('person');
  await own.start('/hjem');
  assert.match(await jon.page.locator('main').innerText(), /Du har fått plass på Avrusning/);
  await own.start('/plassen');
  await faultless(jon, 'person');
  await own.button('Jeg kommer', { exact: true });
  assert.match(await jon.page.locator('main').innerText(), /De vet at du kommer/);
  own.within({ screens: 2, taps: 1 });

  await ward.start('/inneliggende?vis=kommer');
  assert.match(await anna.page.locator('main').innerText(), /Har sagt ja til å komme/);
  await ward.link('Jon', { exact: true });
  await ward.button('Skriv inn', { exact: true });
  await picture(anna, `stay-${settings.width}`);
  await ward.choose('Som planlagt');
  await ward.button('Skriv ut', { exact: true });
  assert.match(await anna.page.locator('main').innerText(), /Avdelingen har ansvar til/);
}
