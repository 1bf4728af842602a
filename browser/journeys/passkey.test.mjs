// Passkeys, with the browser's own virtual device: added, used to sign in, and worth nothing once removed.
import assert from 'node:assert/strict';
import { faultless } from '../checks.mjs';
import { journey } from '../city.mjs';

/** A telephone that knows whose finger it is. */
const DEVICE = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
};

for (const [persona, own, home, audience] of [
  ['person', '/mine-nokler', '/hjem', 'person'],
  ['mo-nurse', '/min-konto/nokler', '/i-dag', 'staff'],
]) {
  journey(`${persona} signs in with a passkey until it is removed`, async (city) => {
    const visitor = await city.visit();
    await withDevice(visitor);
    await visitor.signInAs(persona);
    await visitor.goto(own);
    await faultless(visitor, audience);
    await visitor.page.getByRole('button', { name: 'Lag en passnøkkel' }).click();
    const kept = visitor.page.getByRole('button', { name: /^Fjern/ });
    await kept.waitFor();
    assert.equal(await signIn(visitor, home), home);

    await visitor.goto(own);
    await kept.click();
    await visitor.page.getByText('Du har ingen ennå.').waitFor();
    await signOut(visitor);
    await visitor.page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click();
    await visitor.page.getByText('Vi kjente ikke igjen passnøkkelen.').waitFor();
    assert.deepEqual(visitor.takeComplaints(), []);
  });
}

journey('a device that is not sure who holds it does not open', async (city) => {
  const visitor = await city.visit();
  const device = await withDevice(visitor);
  await visitor.signInAs('person-new');
  await visitor.goto('/mine-nokler');
  await visitor.page.getByRole('button', { name: 'Lag en passnøkkel' }).click();
  await visitor.page.getByRole('button', { name: /^Fjern/ }).waitFor();
  await visitor.devtools.send('WebAuthn.setUserVerified', { authenticatorId: device, isUserVerified: false });
  await signOut(visitor);
  await visitor.page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click();
  await visitor.page.getByText('Det gikk ikke denne gangen.').waitFor();
});

journey('where no script runs the page names the other doors', async (city) => {
  const visitor = await city.visit({ script: false });
  await visitor.goto('/inn/nokkel');
  assert.equal(await visitor.page.getByRole('button', { name: 'Logg inn med passnøkkel' }).count(), 0);
  await visitor.page.getByRole('link', { name: 'Logg inn på en annen måte' }).waitFor();
});

async function withDevice(visitor) {
  await visitor.devtools.send('WebAuthn.enable');
  const { authenticatorId } = await visitor.devtools.send('WebAuthn.addVirtualAuthenticator', { options: DEVICE });
  return authenticatorId;
}

async function signOut(visitor) {
  await visitor.page.getByRole('button', { name: 'Logg ut' }).click();
  await visitor.page.waitForURL((address) => address.pathname === '/');
  await visitor.goto('/inn/nokkel');
}

async function signIn(visitor, home) {
  await signOut(visitor);
  await visitor.page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click();
  await visitor.page.waitForURL((address) => address.pathname === home);
  return new URL(visitor.page.url()).pathname;
}
