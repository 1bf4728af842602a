// J3: who has looked, when, at what and why; asking about it; and letting somebody see no more.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { ALL_FOUR, journeys } from '../city.mjs';
import { Journey } from '../journey.mjs';
import { picture } from '../pictures.mjs';

journeys('who has looked, and why', ALL_FOUR, readAskAndStop);

async function readAskAndStop(city, settings) {
  const nurse = await city.as('mo-nurse', settings);
  await nurse.goto('/folk');
  await nurse.page.getByRole('link', { name: /Jon/ }).first().click();
  await nurse.page.waitForLoadState();
  const seen = nurse.page.url();

  const visitor = await city.visit(settings);
  const journey = new Journey(visitor);
  await visitor.signInAs('person');
  await journey.start('/hjem');
  assert.match(await text(visitor), /\d+ oppslag de siste 30 dagene/);
  await journey.link('Hvem har sett på planen din?');
  journey.within({ screens: 2, taps: 1 });
  await picture(visitor, `log-${settings.width}`);
  const kari = visitor.page.locator('.v-day').first().locator('li', { hasText: 'Kari Nes' });
  const told = await kari.innerText();
  assert.match(told, /Så på siden om deg/, 'what');
  assert.match(told, /kl\.\s\d\d\.\d\d/, 'when');
  assert.match(told, /Grunn: Er kontakten din\. Jobben er å gi deg helsehjelp\./, 'why');
  assert.match(told, /Du delte dette \d+\.\s\w+\./, 'on which ground');
  assert.match(await text(visitor), /Åpnet fordi livet ditt var i fare/);
  await faultless(visitor, 'person');

  await journey.tap(kari.getByRole('link', { name: /Jeg lurer på dette/ }));
  journey.within({ screens: 3, taps: 2 });
  assert.match(await text(visitor), /Alt unntatt Penger/);
  await faultless(visitor, 'person');
  await journey.write('Hva lurer du på?', 'Hva så hun etter i dag?');
  await journey.button('Send spørsmålet');
  journey.within({ screens: 4, taps: 3 });
  assert.match(await text(visitor), /Spørsmålet er sendt\.[\s\S]*Du får svar innen 7 dager, fra Eivind Krogh/);

  await answer(city, settings);
  await visitor.goto('/hjem');
  await visitor.page.getByRole('link', { name: /Eivind Krogh svarte i dag/ }).click();
  await visitor.page.waitForLoadState();
  assert.match(await text(visitor), /Hun gjorde klart møtet deres\./);

  await journey.start('/sett');
  const again = visitor.page.locator('.v-day').first().locator('li', { hasText: 'Kari Nes' }).first();
  await journey.tap(again.getByRole('link', { name: /Jeg lurer på dette/ }));
  await journey.button('La ikke denne personen se mer');
  journey.within({ screens: 3, taps: 2 });
  assert.match(await text(visitor), /Ferdig\. Kari Nes ser ikke noe mer om deg\./);
  const denied = await nurse.page.goto(seen);
  assert.equal(denied.status(), 403, 'closed at the next request');
  await visitor.goto('/sett');
  assert.match(await text(visitor), /Prøvde, men fikk ikke se noe[\s\S]*Du har sperret denne personen\./);
  await nurse.close();
  await visitor.close();
}

async function answer(city, settings) {
  const contact = await city.as('privacy-contact', settings);
  assert.match(await text(contact), /spørsmål venter på svar/);
  await contact.goto('/sporsmal');
  const list = await text(contact);
  assert.doesNotMatch(list, /Jon/, 'nobody is named who asks');
  await faultless(contact, 'staff');
  await contact.page.getByRole('link', { name: /Kari Nes/ }).first().click();
  await contact.page.waitForLoadState();
  const one = await text(contact);
  assert.match(one, /Hva så hun etter i dag\?/);
  assert.doesNotMatch(one, /Jon|Kroppen|Penger/, 'neither who asks nor what was read');
  await contact.page.getByLabel('Skriv svaret').fill('Hun gjorde klart møtet deres.');
  await contact.page.getByRole('button', { name: 'Send svaret' }).click();
  await contact.page.waitForLoadState();
  await contact.close();
}

function text(visitor) {
  return visitor.page.locator('main').innerText();
}
