// Messages: somebody at the MO centre asks, the person answers with one tap and writes a message of their own.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { ALL_FOUR, journeys } from '../city.mjs';
import { Journey } from '../journey.mjs';
import { picture } from '../pictures.mjs';

journeys('a question is answered with one tap', ALL_FOUR, async (city, settings) => {
  const subject = 'Torsdag hos oss';
  await askAsStaff(city, settings, subject);
  const visitor = await city.as('person', settings);
  const journey = new Journey(visitor);
  await journey.start('/hjem');
  await journey.link(new RegExp(subject));
  assert.equal(await journey.heading(), subject);
  await faultless(visitor, 'person');
  await picture(visitor, `message-${settings.width}`);
  await journey.button('Ja, det passer');
  journey.within({ screens: 3, taps: 2 });
  const text = await visitor.page.locator('main').innerText();
  assert.match(text, /Ja, det passer/);
  assert.doesNotMatch(text, /Nei, ikke nå/, 'it is answered');

  await journey.start('/meldinger');
  await journey.link('Skriv en melding');
  await journey.link(/^Bolig/);
  await journey.choose(/Kari Nes/);
  await journey.write('Hva gjelder det?', 'Nøkkel til boden');
  await journey.write('Skriv her', 'Jeg trenger en nøkkel til boden.');
  await journey.button('Send');
  journey.within({ screens: 4, taps: 4 });
  assert.match(await visitor.page.locator('main').innerText(), /Jeg trenger en nøkkel til boden/);
  await visitor.close();
});

/** Kari asks Jon, from the page of Jon. */
async function askAsStaff(city, settings, subject) {
  const visitor = await city.as('mo-nurse', settings);
  const journey = new Journey(visitor);
  await journey.start('/folk');
  await journey.tap(visitor.page.locator('main').getByRole('link', { name: /^Jon\b/ }).first());
  await journey.link('Skriv en beskjed');
  await journey.choose('Trygghet');
  await journey.write('Hva gjelder det?', subject);
  await journey.write('Skriv her', 'Kan du komme innom torsdag?');
  await journey.choose(/Jeg ønsker svar/);
  await journey.button('Send');
  journey.within({ screens: 4, taps: 5 });
  await faultless(visitor, 'staff');
  await visitor.close();
}
