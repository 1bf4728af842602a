// J5: the responsibility group's meeting, run from the plan: six topics, eight decisions, and minutes the person has seen.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { ALL_FOUR, PHONE, journey, journeys } from '../city.mjs';
import { Journey } from '../journey.mjs';
import { picture } from '../pictures.mjs';

/** A day so many days from today, as people type it. */
const inDays = (days) => {
  const day = new Date(Date.now() + days * 24 * 3600 * 1000);
  return `${day.getDate()}.${day.getMonth() + 1}.${day.getFullYear()}`;
};
/** The most somebody may lose when the browser dies (ux.md J5). */
const LOST_MS = 5000;

journeys('a meeting is made ready, run, read up and seen', ALL_FOUR, wholeMeeting);

journey('a browser that dies in the middle of a meeting loses at most five seconds', async (city) => {
  const ola = await city.as('coordinator', { ...PHONE, script: true });
  await openMeeting(ola);
  await ola.page.getByRole('button', { name: 'Start møtet' }).click();
  await ola.page.waitForLoadState('load');
  const field = ola.page.getByLabel('Vi ble enige om (1)').first();
  const saved = ola.page.waitForResponse((reply) => reply.request().method() === 'POST', { timeout: LOST_MS });
  await field.pressSequentially('Ringe utleier i morgen');
  await saved;
  await ola.page.locator('[data-autosaved]', { hasText: 'Lagret.' }).waitFor({ timeout: LOST_MS });
  const where = ola.page.url();
  // Killed: nothing of the page gets to say goodbye.
  const dead = ola.page.waitForEvent('crash');
  // A page that is gone answers nobody, so only its end is waited for.
  ola.devtools.send('Page.crash').catch(() => {});
  await dead;
  const again = await city.as('coordinator', PHONE);
  await again.page.goto(where);
  assert.equal(await again.page.getByLabel('Vi ble enige om (1)').first().inputValue(), 'Ringe utleier i morgen');
  await again.close();
});

async function openMeeting(visitor) {
  await visitor.goto('/moter');
  await visitor.page.getByRole('link', { name: /Jon/ }).first().click();
  await visitor.page.waitForLoadState('load');
}

/** One entry in a field is one tap of the budget. */
async function enter(journey, field, act) {
  journey.taps += 1;
  await act(field);
}

async function wholeMeeting(city, settings) {
  const jon = await city.as('person', settings);
  await jon.goto('/moter');
  await picture(jon, `meetings-own-${settings.width}`);
  await jon.page.locator('main a', { hasText: 'Kommunen' }).first().click();
  await jon.page.waitForLoadState('load');
  assert.match(await jon.page.locator('.v-voice').innerText(), /Hva skjer med rommet i Nygata\?/);
  await faultless(jon, 'person');
  await picture(jon, `meeting-own-${settings.width}`);

  const ola = await city.as('coordinator', settings);
  const journey = new Journey(ola);
  await openMeeting(ola);
  assert.match(await ola.page.locator('.v-voice').innerText(), /Dette vil jeg snakke om/, 'the own list is item 1');
  await faultless(ola, 'staff');
  await picture(ola, `meeting-ready-${settings.width}`);
  for (let topics = await countTopics(ola); topics < 6; topics += 1) await addTopic(ola, topics);

  journey.startHere();
  await journey.button('Start møtet');
  await faultless(ola, 'staff');
  await picture(ola, `meeting-${settings.width}`);
  await record(ola, journey);
  await journey.link('Les opp');
  await faultless(ola, 'staff');
  await picture(ola, `meeting-read-up-${settings.width}`);
  await journey.button(/Det stemmer/);
  assert.ok(journey.taps <= 40, `${journey.taps} taps and entries for six topics and eight decisions, at most 40`);
  await ola.page.getByLabel('Dato').fill(inDays(40));
  await ola.page.getByLabel('Klokka').fill('13');
  await journey.button('Avslutt', { exact: true });
  assert.match(await ola.page.locator('main').innerText(), /Gjelder først når Jon har sett det/);
  await picture(ola, `meeting-minutes-${settings.width}`);
  assert.equal(await pagesOnPaper(ola), 1, 'the minutes are one A4');

  await jon.goto('/hjem');
  await jon.page.getByRole('link', { name: /Stemmer det dere ble enige om/ }).first().click();
  await jon.page.waitForLoadState('load');
  await faultless(jon, 'person');
  await jon.page.getByRole('button', { name: 'Det stemmer' }).click();
  await jon.page.waitForLoadState('load');
  assert.match(await jon.page.locator('main').innerText(), /Du sa at det stemmer/);
  await ola.page.reload();
  assert.match(await ola.page.locator('main').innerText(), /Jon sa at det stemmer/);
  await ola.close();
  await jon.close();
}

async function countTopics(visitor) {
  const own = await visitor.page.locator('.v-voice li').count();
  return own + (await visitor.page.locator('section[aria-labelledby=saker] .v-row').count());
}

async function addTopic(visitor, n) {
  await visitor.page.getByLabel('Hva vil du snakke om?').fill(`Sak nummer ${n + 1}`);
  await visitor.page.getByLabel('Bolig', { exact: true }).check();
  await visitor.page.getByRole('button', { name: 'Legg til' }).click();
  await visitor.page.waitForLoadState('load');
}

/** Eight decisions about six topics: two topics have two. Enter saves and goes to the next. */
async function record(visitor, journey) {
  const { page } = visitor;
  for (let n = 1; n <= 6; n += 1) {
    const topic = page.locator(`#sak-${n}`);
    await enter(journey, topic.locator('select[name=status]'), (field) => field.selectOption('agreed'));
    for (let line = 1; line <= (n <= 2 ? 2 : 1); line += 1) {
      await enter(journey, topic.locator(`[name=b${line}]`), (field) => field.fill(`Dette gjør vi ${n}.${line}`));
      await enter(journey, topic.locator(`[name=e${line}]`), (field) => field.selectOption({ index: 1 + (n % 2) }));
      await enter(journey, topic.locator(`[name=f${line}]`), (field) => field.fill(inDays(12)));
    }
    const shown = page.waitForEvent('load');
    await topic.locator('[name=f1]').press('Enter');
    await shown;
    assert.equal(new URL(page.url()).hash, `#sak-${n + 1}`, 'Enter goes on to the next');
    assert.equal(await page.locator(`#sak-${n} [name=b1]`).inputValue(), `Dette gjør vi ${n}.1`);
  }
}

/** How many sheets the page takes. */
async function pagesOnPaper(visitor) {
  const { data } = await visitor.devtools.send('Page.printToPDF', { preferCSSPageSize: true });
  return Buffer.from(data, 'base64').toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
}
