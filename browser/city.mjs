// A demo city of its own for each journey, and a browser whose windows are all closed when it is over, however it ended.
import { test } from 'node:test';
import { launchBrowser, named, startVarde, Visitor } from './harness.mjs';

const LOOK = { scheme: 'light', language: 'nb', style: true };

/** A phone and a desk, each with scripts on and off. */
export const ALL_FOUR = [390, 1280].flatMap((width) => [true, false].map((script) => ({ ...LOOK, width, script })));
/** An old phone without scripts. */
export const PHONE = { ...LOOK, width: 390, script: false };
/** A desk with scripts. */
export const DESK = { ...LOOK, width: 1280, script: true };

/** The program with its demo city, and a browser to visit it with. */
export class City {
  static async open() {
    const city = new City();
    Object.assign(city, { varde: await startVarde() });
    try {
      city.browser = await launchBrowser();
    } catch (why) {
      await city.varde.stop();
      throw why;
    }
    city.url = city.varde.url;
    return city;
  }

  /** Somebody who has not said who they are. */
  visit(settings = {}) {
    return Visitor.open(this.browser, this.url, settings);
  }

  /** One of the city's people, signed in. */
  async as(persona, settings) {
    const visitor = await this.visit(settings);
    await visitor.signInAs(persona);
    return visitor;
  }

  async close() {
    await this.browser.close();
    await this.varde.stop();
  }
}

/** One test in a city of its own. */
export function journey(title, act) {
  test(title, async () => {
    const city = await City.open();
    try {
      await act(city);
    } finally {
      await city.close();
    }
  });
}

/** The same journey in each of these circumstances. */
export function journeys(title, circumstances, act) {
  for (const settings of circumstances) journey(`${title}: ${named(settings)}`, (city) => act(city, settings));
}
