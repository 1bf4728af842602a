// J6: home from the ward. Six lines and one button, the person's yes, the receiver's yes, and the first meeting.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { ALL_FOUR, journeys } from '../city.mjs';
import { Journey } from '../journey.mjs';
import { picture } from '../pictures.mjs';

journeys('the baton goes from the ward to the centre', ALL_FOUR, handOver);

const text = (visitor) => visitor.page.locator('main').innerText();

async function handOver(city, settings) {
  const nurse = await city.as('detox-nurse', settings);
  await nurse.goto('/folk');
  await nurse.page.getByRole('link', { name: /^Jon(?![a-zæøå])/ }).first().click();
  await nurse.page.waitForLoadState();
  await nurse.page.getByRole('link', { name: 'Planlegg hjemreise eller overtakelse' }).click();
  await nurse.page.waitForLoadState();
  const address = await plan(nurse, settings);

  const person = await city.as('person', settings);
  const kari = await city.as('mo-nurse', settings);
  const before = await kari.page.goto(address);
  assert.equal(before.status(), 404, 'nothing before the person has said yes');

  const reading = new Journey(person);
  await person.goto('/hjem');
  assert.match(await text(person), /Hvem har stafettpinnen nå\?[\s\S]*Anna Holm[\s\S]*55\s00\s00/);
  await person.goto(address.replace(/^.*\/overtakelser\//, '/nar-du-drar/'));
  reading.startHere();
  for (const line of ['I natt sover du her: Blå hus.', 'kl. 10.00 møter du Kari', 'Samme dose som før kan være farlig.']) {
    assert.ok((await text(person)).replaceAll('\u00a0', ' ').includes(line), line);
  }
  await picture(person, `leaving-${settings.width}`);
  await faultless(person, 'person');
  await reading.button('Stemmer');
  reading.within({ screens: 2, taps: 1 });

  await answer(kari, address, settings);
  await person.goto('/hjem');
  assert.match(await text(person), /Kari Nes, MO-senteret, har ansvar for deg nå\./);
  for (const visitor of [nurse, person, kari]) await visitor.close();
}

/** The nurse: one page, twelve taps at most, and the baton stays with her. */
async function plan(nurse, settings) {
  const journey = new Journey(nurse);
  journey.startHere();
  await journey.write(/^Sted$/, 'Blå hus');
  await journey.write('Hvem der vet det?', 'Lise, nattvakt');
  await journey.write('Hvem og hvor', 'Kari på MO-senteret');
  await journey.write('Klokka', '10.00');
  await journey.write('Har medisin til og med', 'mandag');
  await journey.choose('Har fått nesespray');
  await journey.choose('Vi har snakket om at kroppen tåler mindre');
  await journey.write('Telefon eller sted', 'Ring Blå hus');
  await journey.choose(/sier ja til at Uteteamet leter/);
  journey.taps += 1;
  await nurse.page.getByLabel('Sted eller person').selectOption({ label: 'MO-senteret' });
  await picture(nurse, `journey-home-${settings.width}`);
  await faultless(nurse, 'staff');
  await journey.button('Send tilbudet');
  journey.within({ screens: 2, taps: 12 });
  assert.match(await text(nurse), /MO-senteret er spurt/);
  assert.match(await text(nurse), /Du, Anna Holm/);
  await faultless(nurse, 'staff');
  return nurse.page.url();
}

/** The receiver: one tap to say yes, one to say that they have met. */
async function answer(kari, address, settings) {
  const journey = new Journey(kari);
  await kari.goto('/overtakelser');
  assert.match(await text(kari), /Til oss[\s\S]*Jon/);
  await kari.page.goto(address);
  journey.startHere();
  await faultless(kari, 'staff');
  await picture(kari, `offer-${settings.width}`);
  await journey.button('Jeg tar over');
  journey.within({ screens: 2, taps: 1 });
  assert.match(await text(kari), /Første møte med Jon/);
  journey.startHere();
  await journey.button('Møtt', { exact: true });
  journey.within({ screens: 2, taps: 1 });
  assert.match(await text(kari), /har stafettpinnen/);
}
