// The overview: whoever coordinates sees what waits and where, in numbers that lead to nobody.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkPage } from '../checks.mjs';
import { launchBrowser, named, startVarde, Visitor } from '../harness.mjs';

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

for (const width of [390, 1280]) {
  const settings = { width, script: width === 1280, scheme: 'light', language: 'nb', style: true };
  test(`the leader reads the numbers in words: ${named(settings)}`, async () => {
    const visitor = await Visitor.open(browser, varde.url, settings);
    await visitor.signInAs('leader');
    await visitor.goto('/oversikt');
    const text = await visitor.page.locator('main').innerText();
    assert.match(text, /Tjenestene følger opp (minst )?\d+ personer/);
    assert.match(text, /Færre enn 5: /);
    // Every number that stands alone in a row is five or more, and no link leads on to a person.
    for (const row of await visitor.page.locator('main li').allInnerTexts()) assert.ok(Number.parseInt(row, 10) >= 5, row);
    assert.equal(await visitor.page.locator('main a[href^="/folk"]').count(), 0);
    const { wrong } = await checkPage(visitor, { audience: 'staff' });
    assert.deepEqual(wrong, []);
    await visitor.close();
  });
}

test('the coordinator finds it beside the day', async () => {
  const visitor = await Visitor.open(browser, varde.url, { width: 1280, script: true, scheme: 'light', language: 'nb', style: true });
  await visitor.signInAs('coordinator');
  await visitor.goto('/i-dag');
  await visitor.page.getByRole('link', { name: 'Se oversikten' }).click();
  assert.equal(await visitor.page.locator('h1').innerText(), 'Oversikt over tjenestene');
  await visitor.close();
});
