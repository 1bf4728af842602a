// Counts what a journey costs the one who makes it: screens seen, taps made.
import assert from 'node:assert/strict';

/** A visitor with a budget. Typing is free: it is counted in words by people, not by tests. */
export class Journey {
  constructor(visitor) {
    this.visitor = visitor;
    this.page = visitor.page;
    this.screens = 0;
    this.taps = 0;
    this.page.on('domcontentloaded', () => {
      this.screens += 1;
    });
  }

  /** Starts on a page; that is the first screen and no tap. */
  async start(path) {
    await this.visitor.goto(path);
    this.screens = 1;
    this.taps = 0;
  }

  /** Starts on the page already open. */
  startHere() {
    this.screens = 1;
    this.taps = 0;
  }

  /** One tap on a control. When it leads to another page, that page is waited for. */
  async tap(control) {
    this.taps += 1;
    const leads = await control.evaluate((element) => {
      const link = element.closest('a[href]');
      const button = element.closest('button, input[type=submit]');
      return Boolean(link ? !link.getAttribute('href').startsWith('#') : button?.form && button.type === 'submit');
    });
    if (!leads) return control.click();
    await Promise.all([this.page.waitForEvent('load'), control.click()]);
  }

  /** Taps the link that says this. */
  link(name, options = {}) {
    return this.tap(this.page.getByRole('link', { name, ...options }));
  }

  /** Taps the button that says this. */
  button(name, options = {}) {
    return this.tap(this.page.getByRole('button', { name, ...options }));
  }

  /** Taps the box or the choice with this label. */
  async choose(label, options = {}) {
    this.taps += 1;
    await this.page.getByLabel(label, options).check();
  }

  /** Writes in the field with this label. */
  async write(label, text) {
    await this.page.getByLabel(label).fill(text);
  }

  /** The first heading of the page. */
  heading() {
    return this.page.locator('h1').innerText();
  }

  /** Fails when the journey has cost more than this. */
  within({ screens, taps }) {
    assert.ok(this.screens <= screens, `${this.screens} screens, at most ${screens}`);
    assert.ok(this.taps <= taps, `${this.taps} taps, at most ${taps}`);
  }
}
