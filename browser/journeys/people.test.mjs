// Who somebody is: registered at the door in three fields, told in one's own words, two records put together, closed and opened.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { DESK, PHONE, journeys } from '../city.mjs';
import { Journey } from '../journey.mjs';

journeys('registered, told, put together, closed and opened', [{ ...PHONE, script: true }, { ...DESK, script: false }], async (city, settings) => {
  await atTheDoor(city, settings);
  await inOwnWords(city, settings);
  await putTogether(city, settings);
  await closedAndOpened(city, settings);
});

async function atTheDoor(city, settings) {
  const staff = await city.visit(settings);
  const journey = new Journey(staff);
  await staff.signInAs('mo-nurse');
  await journey.start('/i-dag');
  await journey.link(/Registrer en som er her/);
  await faultless(staff, 'staff');
  const typed = staff.page.locator('main input:not([type=hidden])');
  assert.equal(await typed.count(), 3, 'at most three fields');
  await journey.write('Hva skal vi kalle deg?', 'Máhtte');
  await journey.button('Registrer', { exact: true });
  journey.within({ screens: 3, taps: 2 });
  assert.match(await staff.page.locator('main').innerText(), /Du kan si nei/);
  await faultless(staff, 'staff');
  await journey.start('/ny');
  await journey.write('Hva skal vi kalle deg?', 'Jon');
  await journey.write('Året du er født', '1984');
  await journey.button('Registrer', { exact: true });
  assert.equal(await journey.heading(), 'Er det samme person?');
  await faultless(staff, 'staff');
  await journey.link(/Jon/);
  journey.within({ screens: 3, taps: 2 });
  assert.match(await staff.page.locator('main').innerText(), /Slik vil jeg omtales/);
  await staff.close();
}

async function inOwnWords(city, settings) {
  const visitor = await city.visit(settings);
  const journey = new Journey(visitor);
  await visitor.signInAs('person-new');
  await journey.start('/hjem');
  await journey.link('Om meg');
  await faultless(visitor, 'person');
  await journey.write('Slik vil jeg omtales', 'Si Maria. Ikke spør om barna først.');
  await journey.choose('Bor hos noen');
  await journey.write('Året du er født', '84');
  await journey.button('Lagre');
  await faultless(visitor, 'person');
  assert.equal(await visitor.page.getByLabel('Slik vil jeg omtales').inputValue(), 'Si Maria. Ikke spør om barna først.');
  await journey.write('Året du er født', '1984');
  await journey.button('Lagre');
  assert.match(await visitor.page.locator('main').innerText(), /Det er lagret/);
  assert.ok(await visitor.page.getByLabel('Bor hos noen').isChecked());
  await visitor.close();
}

async function putTogether(city, settings) {
  const other = await city.as('person-new', settings);
  const there = new Journey(other);
  await there.start('/meg/sammen');
  await faultless(other, 'person');
  await there.button('Lag en kode');
  const code = await other.page.locator('.v-code').innerText();
  const kept = await city.as('person', settings);
  const here = new Journey(kept);
  await here.start('/meg/sammen');
  await here.write('Skriv koden', code);
  await here.button('Neste');
  await faultless(kept, 'person');
  await here.button('Ja, begge er meg');
  here.within({ screens: 3, taps: 2 });
  await here.button('Se det andre');
  assert.match(await here.heading(), /Maria/);
  await here.start('/meg/sammen');
  await here.button('Se det andre');
  assert.match(await here.heading(), /Jon/);
  await here.start('/meg/sammen');
  await here.button('Ta dem fra hverandre');
  assert.equal(await kept.page.getByRole('button', { name: 'Se det andre' }).count(), 0);
  await kept.close();
  await other.close();
}

async function closedAndOpened(city, settings) {
  const visitor = await city.visit(settings);
  const journey = new Journey(visitor);
  await visitor.signInAs('person');
  await journey.start('/meg');
  await journey.link('Lukke kontoen min');
  await faultless(visitor, 'person');
  await journey.button('Lukk kontoen');
  journey.within({ screens: 3, taps: 2 });
  assert.equal(await journey.heading(), 'Kontoen er lukket');
  const staff = await city.as('mo-nurse', settings);
  await staff.goto('/folk');
  assert.equal(await staff.page.getByRole('link', { name: /^Jon/ }).count(), 0, 'gone at once');
  await staff.close();
  await visitor.signInAs('person');
  await visitor.page.goto(`${city.url}/planen`);
  assert.equal(await journey.heading(), 'Kontoen din er lukket', 'one page is open');
  await faultless(visitor, 'person');
  await journey.button('Åpne kontoen igjen');
  assert.match(await journey.heading(), /Jon/);
  await visitor.close();
}
