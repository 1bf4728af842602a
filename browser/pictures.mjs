// The pictures in the README are taken by the tests, so that they always show the product as it is.
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'pictures');

/** Takes a picture of the page as it stands, when `VARDE_PICTURES=1` asks for pictures and the README shows this one. */
export async function picture(visitor, name) {
  if (process.env.VARDE_PICTURES !== '1') return;
  const readme = await readFile(join(FOLDER, '..', '..', 'README.md'), 'utf8');
  if (!readme.includes(`pictures/${name}.png`)) return;
  await mkdir(FOLDER, { recursive: true });
  await visitor.page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true, animations: 'disabled' });
}
