// A certificate for a server on this machine, and the authority that vouches for it; both are made anew for each test.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const openssl = promisify(execFile).bind(null, 'openssl');
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
const DAYS = ['-days', '2'];

/** An authority of the test's own: the file it is trusted by, certificates in its name, and an end to it. */
export async function authority() {
  const folder = await mkdtemp(join(tmpdir(), 'varde-certificates-'));
  const file = (name) => join(folder, name);
  await openssl(['req', '-x509', ...KEY, ...DAYS, '-subj', '/CN=test', '-keyout', file('root.key'), '-out', file('root.pem')]);
  return {
    trusted: file('root.pem'),
    async vouch(host) {
      const [key, asked, cert] = ['key', 'csr', 'pem'].map((kind) => file(`${host}.${kind}`));
      await openssl(['req', ...KEY, '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`, '-keyout', key, '-out', asked]);
      const root = ['-CA', file('root.pem'), '-CAkey', file('root.key'), '-CAcreateserial'];
      await openssl(['x509', '-req', '-copy_extensions', 'copy', ...root, ...DAYS, '-in', asked, '-out', cert]);
      return { key: await readFile(key), cert: await readFile(cert) };
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
