// The pictures in the README are taken by the tests, so that they always show the product as it is.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'pictures');

/** Takes a picture of the page as it stands, when pictures were asked for with `VARDE_PICTURES=1`. */
export async function picture(visitor, name) {
  if (process.env.VARDE_PICTURES !== '1') return;
  await mkdir(FOLDER, { recursive: true });
  await visitor.page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true, animations: 'disabled' });
}
