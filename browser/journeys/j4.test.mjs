// J4: the telephone is lost, and two people have the person in again, within seven screens.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { ALL_FOUR, journeys } from '../city.mjs';
import { Journey } from '../journey.mjs';
import { picture } from '../pictures.mjs';

// Words of the demo only; they stand in the README of the part.
const CARD = 'kano hest 47';
const PIN = '7391';

journeys('in again without a telephone', ALL_FOUR, async (city, settings) => {
  await onTheScreenHere(city, settings);
  await onANewPhone(city, settings);
  await withTwoWhoKnow(city, settings);
  await onAKiosk(city, settings);
});

/** The employee searches and turns the screen: two screens, and the third is the person's. */
async function turned(city, settings) {
  const screen = await city.as('mo-nurse', settings);
  const journey = new Journey(screen);
  await journey.start('/inn-igjen');
  await screen.page.getByLabel('Fornavn eller det personen blir kalt').fill('Jon');
  await screen.page.getByLabel('Året personen er født').fill('1984');
  await journey.button('Søk', { exact: true });
  const found = screen.page.locator('main');
  assert.match(await found.innerText(), /J, 1984/);
  assert.match(await found.innerText(), /Kontakt: Kari Nes/);
  await faultless(screen, 'staff');
  await picture(screen, `in-again-${settings.width}`);
  await journey.tap(screen.page.getByRole('button', { name: 'Snu skjermen' }).first());
  assert.equal(await journey.heading(), 'Er det deg?');
  return { screen, journey };
}

async function typePin(screen, journey, pin) {
  await screen.page.getByLabel('PIN eller egne ord').fill(pin);
  await journey.button('Det er meg');
}

async function onTheScreenHere(city, settings) {
  const lost = await city.as('person', settings);
  const { screen, journey } = await turned(city, settings);
  await faultless(screen, 'person');
  await typePin(screen, journey, '8642');
  assert.match(await screen.page.locator('main').innerText(), /Det stemte ikke/);
  journey.screens -= 1; // The page came back with a sentence: nobody has gone on.
  await typePin(screen, journey, PIN);
  assert.equal(await journey.heading(), 'Velg');
  const told = await screen.page.locator('main').innerText();
  assert.match(told, /Android-telefon/);
  assert.match(told, /Sist brukt i går/);
  await faultless(screen, 'person');
  await picture(screen, `choose-${settings.width}`);
  await lost.goto('/kort');
  assert.match(await lost.page.locator('h1').innerText(), /Logg inn først/, 'the old session is refused');
  await journey.button('Bruk skjermen her');
  assert.equal(await journey.heading(), 'Ingenting er borte');
  await faultless(screen, 'person');
  await journey.link('Gå hjem');
  assert.match(await journey.heading(), /Jon/);
  journey.within({ screens: 7, taps: 7 });
  await screen.page.getByRole('button', { name: 'Ferdig', exact: true }).click();
  await screen.page.waitForURL(/\/lukket$/);
  assert.match(await screen.page.locator('main').innerText(), /Ha en fin dag/);
  await lost.close();
  await screen.close();
}

async function onANewPhone(city, settings) {
  const { screen, journey } = await turned(city, settings);
  await typePin(screen, journey, PIN);
  await journey.button('Ny telefon');
  const digits = await screen.page.locator('[data-digits]').getAttribute('data-digits');
  assert.match(digits, /^\d{6}$/);
  await faultless(screen, 'person');
  await picture(screen, `six-digits-${settings.width}`);
  const phone = await city.visit({ ...settings, width: 390 });
  const own = new Journey(phone);
  await own.start('/inn');
  await faultless(phone, 'person');
  await picture(phone, `doors-${settings.width}`);
  await phone.page.getByLabel('De seks tallene').fill(digits);
  await own.tap(phone.page.getByRole('button', { name: 'Åpne' }).last());
  assert.equal(await own.heading(), 'Ingenting er borte');
  assert.ok(journey.screens + own.screens <= 7, `${journey.screens} screens and ${own.screens} more, at most 7`);
  await phone.goto('/innlogget');
  await faultless(phone, 'person');
  await phone.close();
  await screen.close();
}

async function withTwoWhoKnow(city, settings) {
  const { screen, journey } = await turned(city, settings);
  await journey.link('En som kjenner deg, kan hjelpe');
  await faultless(screen, 'staff');
  await picture(screen, `vouch-${settings.width}`);
  await vouch(screen, journey);
  assert.match(await screen.page.locator('main').innerText(), /Det trengs én til/);
  const asked = screen.page.url();

  const other = await city.as('housing', settings);
  await other.page.goto(asked);
  assert.match(await other.page.locator('h1').innerText(), /finnes ikke/, 'neither here nor the contact');
  await other.close();

  const again = new Journey(screen);
  again.startHere();
  const path = new URL(asked).pathname;
  await screen.goto(path);
  assert.equal(await screen.page.getByRole('button', { name: 'Bekreft' }).count(), 0, 'nobody confirms twice');
  await screen.close();
}

async function vouch(screen, journey) {
  await journey.choose(/Jeg kjenner personen/);
  await screen.page.getByLabel('Hvordan kjenner du personen?').fill('Har fulgt Jon i to år');
  await journey.button('Bekreft');
}

async function onAKiosk(city, settings) {
  const kiosk = await city.as('mo-nurse', settings);
  await kiosk.goto('/kiosk');
  await faultless(kiosk, 'staff');
  await Promise.all([kiosk.page.waitForEvent('load'), kiosk.page.getByRole('button', { name: /Gjør den delt/ }).click()]);
  const journey = new Journey(kiosk);
  await journey.start('/inn');
  assert.equal(await kiosk.page.getByLabel('Det som står på kortet').getAttribute('autocomplete'), 'off');
  await kiosk.page.getByLabel('Det som står på kortet').fill(CARD);
  await kiosk.page.getByLabel('PIN eller egne ord').fill(PIN);
  await journey.tap(kiosk.page.getByRole('button', { name: 'Åpne' }).first());
  assert.match(await journey.heading(), /Jon/);
  await kiosk.goto('/kort');
  await faultless(kiosk, 'person');
  await picture(kiosk, `card-and-pin-${settings.width}`);
  await kiosk.goto('/er-du-der');
  await faultless(kiosk, 'person');
  await Promise.all([kiosk.page.waitForEvent('load'), kiosk.page.getByRole('link', { name: 'Jeg er her' }).click()]);
  await kiosk.page.getByRole('button', { name: 'Ferdig', exact: true }).click();
  await kiosk.page.waitForURL(/\/lukket$/);
  await kiosk.goto('/hjem');
  assert.equal(new URL(kiosk.page.url()).pathname, '/', '«back» shows the front page');
  await kiosk.close();
}
