// Notices: the program hands a letter to a real mail server on this machine, over TLS and with a password, and the letter
// tells nothing. And a board that says by itself that something is new.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { authority } from '../certificates.mjs';
import { faultless } from '../checks.mjs';
import { City, DESK, PHONE } from '../city.mjs';
import { Journey } from '../journey.mjs';

/** How long a letter may take: a turn of the jobs' clock is a minute, and the machine may be busy. */
const LETTER_MS = 240_000;
const BODY = 'Det er noe nytt til deg. Logg inn der du pleier.';
/** What the record of the demo city's Jon is full of, and what would tell whose letter this is. */
const TELLS = ['Jon', 'Sortland', 'Kari', 'Nes', 'MO-senter', 'Varde', 'rus', 'NAV', 'kommune', 'localhost', 'http', 'plan', 'torsdag', 'Nattero', '/meldinger'];

let city;
let root;
let server;
const letters = [];
const waiting = [];

/** The next letter to an address that has not been read yet. */
function letterTo(address) {
  const take = () => {
    const at = letters.findIndex((letter) => !letter.read && letter.to.includes(address));
    if (at < 0) return null;
    letters[at].read = true;
    return letters[at];
  };
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = take();
      if (!found) return false;
      clearTimeout(late);
      resolve(found);
      return true;
    };
    const late = setTimeout(() => reject(new Error(`no letter to ${address}; there are ${JSON.stringify(letters)}`)), LETTER_MS);
    if (!look()) waiting.push(look);
  });
}

/** A mail server that asks for a password, and hands each letter to `take`. */
async function mailServer(certificate, take) {
  const listening = new SMTPServer({
    secure: true,
    ...certificate,
    disableReverseLookup: true,
    logger: false,
    onAuth: (given, session, done) =>
      given.username === 'varde' && given.password === 'et passord' ? done(null, { user: 'varde' }) : done(new Error('no')),
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (bytes) => (text += bytes));
      stream.on('end', () => {
        take({ to: session.envelope.rcptTo.map((to) => to.address), from: session.envelope.mailFrom.address, text });
        done(null, 'taken');
      });
    },
  });
  // Whoever does not trust the certificate hangs up in the middle of the greeting.
  listening.on('error', () => {});
  await new Promise((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return {
    address: (password = 'et%20passord') => `smtps://varde:${password}@localhost:${listening.server.address().port}`,
    close: () => new Promise((resolve) => listening.close(resolve)),
  };
}

before(async () => {
  root = await authority();
  server = await mailServer(await root.vouch('localhost'), (letter) => {
    letters.push(letter);
    for (let n = waiting.length - 1; n >= 0; n -= 1) if (waiting[n]()) waiting.splice(n, 1);
  });
  process.env.SSL_CERT_FILE = root.trusted;
  process.env.VARDE_SMTP_URL = server.address();
  process.env.VARDE_SMTP_FROM = 'Beskjed <ikke-svar@post.invalid>';
  city = await City.open();
});
after(async () => {
  await city?.close();
  await server?.close();
  await root?.close();
});

/** What `varde doctor` says about the mail server. */
async function doctor(settings) {
  const folder = await mkdtemp(join(tmpdir(), 'varde-doctor-'));
  const child = spawn(process.env.VARDE_BIN, ['doctor'], { env: { ...process.env, VARDE_DATA_DIR: join(folder, 'data'), ...settings } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes));
  await once(child, 'close');
  await rm(folder, { recursive: true, force: true });
  assert.match(said, /notices by e-mail: from Beskjed <ikke-svar@post\.invalid> through localhost:\d+ \(Wrapped\)/);
  return said;
}

test('only a mail server whose certificate holds is told who is calling', async () => {
  const refused = /the mail server does not answer, or refuses TLS or the login/;
  assert.doesNotMatch(await doctor({}), refused);
  assert.match(await doctor({ VARDE_SMTP_URL: server.address('feil') }), refused, 'a wrong password');
  const stranger = await authority();
  assert.match(await doctor({ SSL_CERT_FILE: stranger.trusted }), refused, 'vouched for by somebody unknown');
  await stranger.close();
  const other = await mailServer(await root.vouch('post.invalid'), () => {});
  assert.match(await doctor({ VARDE_SMTP_URL: other.address() }), refused, 'the name of another');
  await other.close();
});

test('a message rings at the address the person has confirmed, and the letter tells nothing', async () => {
  const visitor = await city.as('person', PHONE);
  const journey = new Journey(visitor);
  await journey.start('/varsling');
  await journey.button(/Slå av/);
  await journey.write('E-posten din', 'jon.ny@post.invalid');
  await journey.button('Send meg en kode');
  const code = /Koden er (\d{3}) (\d{3})\./.exec((await letterTo('jon.ny@post.invalid')).text);
  assert.ok(code, 'the letter holds a code');
  await journey.write('Koden', code[1] + code[2]);
  await journey.button('Bekreft');
  journey.within({ screens: 4, taps: 3 });
  assert.match(await visitor.page.locator('main').innerText(), /Du får beskjed her:\s+jon\.ny@post\.invalid/);
  await faultless(visitor, 'person');
  // At any hour, so that this test can be run at night too.
  await visitor.page.getByLabel('Fra', { exact: true }).selectOption('0');
  await visitor.page.getByLabel('Til', { exact: true }).selectOption('0');
  await journey.button('Lagre');

  await write('Nattero');
  const letter = await letterTo('jon.ny@post.invalid');
  assert.equal(letter.from, 'ikke-svar@post.invalid');
  assert.match(letter.text, /^Subject: Noe nytt til deg\r?$/m);
  assert.match(letter.text, /^Message-ID: <[0-9a-f]{32}@post\.invalid>\r?$/m);
  assert.ok(letter.text.includes(BODY), letter.text);
  const told = letter.text.replaceAll('jon.ny@post.invalid', '').replace(/^Message-ID: .*$/m, '');
  for (const word of TELLS) assert.ok(!told.includes(word), `${word} in ${letter.text}`);
  assert.doesNotMatch(told, /[0-9a-f]{16}/, 'no id of anything');

  await journey.start('/varsling');
  await journey.button(/Slå av/);
  assert.doesNotMatch(await visitor.page.locator('main').innerText(), /jon\.ny@/);
  await visitor.close();
});

test('every letter of the demo city is as silent', () => {
  for (const letter of letters.filter((letter) => !letter.text.includes('Koden er'))) {
    const told = letter.text.replaceAll(letter.to[0], '').replace(/^Message-ID: .*$/m, '');
    for (const word of TELLS) assert.ok(!told.includes(word), `${word} in ${letter.text}`);
  }
  const ids = letters.map((letter) => /^Message-ID: (.*)$/m.exec(letter.text)[1]);
  assert.equal(new Set(ids).size, ids.length, 'no letter came twice');
});

test('a board says by itself that something is new, and waits to be asked before it shows it', async () => {
  const nurse = await city.as('mo-nurse', DESK);
  await nurse.goto('/i-dag');
  const told = nurse.page.getByText('Noe er nytt.');
  assert.equal(await told.isVisible(), false);
  const jon = await city.as('person', PHONE);
  const journey = new Journey(jon);
  await journey.start('/meldinger');
  await journey.link('Skriv en melding');
  await journey.link(/^Bolig/);
  await journey.choose(/Kari Nes/);
  await journey.write('Hva gjelder det?', 'Ny nøkkel til boden');
  await journey.write('Skriv her', 'Jeg trenger en nøkkel til.');
  await journey.button('Send');
  await told.waitFor({ state: 'visible', timeout: LETTER_MS });
  assert.doesNotMatch(await nurse.page.locator('main').innerText(), /Ny nøkkel til boden/, 'it does not reload itself');
  await faultless(nurse, 'staff');
  await nurse.page.getByRole('link', { name: 'Oppdater' }).click();
  await nurse.page.getByText('Ny nøkkel til boden').first().waitFor();
  assert.equal(await nurse.page.getByText('Noe er nytt.').isVisible(), false);
  await jon.close();
  await nurse.close();
});

/** Kari writes to Jon, from the page of Jon. */
async function write(subject) {
  const visitor = await city.as('mo-nurse', PHONE);
  const journey = new Journey(visitor);
  await journey.start('/folk');
  await journey.tap(visitor.page.locator('main').getByRole('link', { name: /^Jon\b/ }).first());
  await journey.link('Skriv en beskjed');
  await journey.choose('Trygghet');
  await journey.write('Hva gjelder det?', subject);
  await journey.write('Skriv her', 'Kan du komme innom torsdag?');
  await journey.button('Send');
  await visitor.close();
}
