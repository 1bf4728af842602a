// Messages: somebody at the MO centre asks, the person answers with one tap and writes a message of their own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkPage } from '../checks.mjs';
import { launchBrowser, named, startVarde, Visitor } from '../harness.mjs';
import { Journey } from '../journey.mjs';
import { picture } from '../pictures.mjs';

const CIRCUMSTANCES = [390, 1280].flatMap((width) =>
  [true, false].map((script) => ({ width, script, scheme: 'light', language: 'nb', style: true })),
);

let varde;
let browser;
before(async () => {
  varde = await startVarde();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await varde?.stop();
});

for (const settings of CIRCUMSTANCES) {
  test(`a question is answered with one tap: ${named(settings)}`, async () => {
    const subject = `Torsdag, ${named(settings)}`.slice(0, 70);
    await askAsStaff(settings, subject);
    const visitor = await Visitor.open(browser, varde.url, settings);
    await visitor.signInAs('person');
    const journey = new Journey(visitor);
    await journey.start('/hjem');
    await journey.link(new RegExp(subject.slice(0, 20)));
    assert.equal(await journey.heading(), subject);
    const { wrong } = await checkPage(visitor, { audience: 'person' });
    assert.deepEqual(wrong, []);
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
    await journey.write('Hva gjelder det?', `Nøkkel, ${named(settings)}`.slice(0, 70));
    await journey.write('Skriv her', 'Jeg trenger en nøkkel til boden.');
    await journey.button('Send');
    journey.within({ screens: 4, taps: 4 });
    assert.match(await visitor.page.locator('main').innerText(), /Jeg trenger en nøkkel til boden/);
    await visitor.close();
  });
}

/** Kari asks Jon, from the page of Jon. */
async function askAsStaff(settings, subject) {
  const visitor = await Visitor.open(browser, varde.url, settings);
  await visitor.signInAs('mo-nurse');
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
  const { wrong } = await checkPage(visitor, { audience: 'staff' });
  assert.deepEqual(wrong, []);
  await visitor.close();
}
