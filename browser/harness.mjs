// What every browser test starts with: the program with its demo city, a real browser, and somebody who visits.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

/** How long the demo city may take to be made by a program that was built for testing. */
const CITY_MS = 180_000;
/** How long it may take to stop, whatever a visitor left open, before it is ended. */
const STOP_MS = 20_000;
/** How long a page may take before the test gives up; says nothing about how long it should take. */
const PAGE_MS = 30_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The combination every page is seen in first. */
export const BASE = Object.freeze({ width: 390, scheme: 'light', language: 'nb', script: true, style: true });

const HEIGHTS = { 320: 640, 390: 844, 768: 1024, 1280: 900 };
const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** Starts `varde demo` on a port of its own, in a folder of its own; `VARDE_URL` names a running one instead. */
export async function startVarde() {
  if (process.env.VARDE_URL) return { url: process.env.VARDE_URL.replace(/\/$/, ''), stop: async () => {} };
  const program = process.env.VARDE_BIN;
  if (!program) throw new Error('VARDE_BIN must name the built program: run "cargo xtask browser"');
  const folder = await mkdtemp(join(tmpdir(), 'varde-browser-'));
  const child = spawn(program, ['demo', '--listen', '127.0.0.1:0', '--data', join(folder, 'city')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(late);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await ready(child), stop };
  } catch (why) {
    await stop();
    throw why;
  }
}

/** The address in the line the program prints when it can answer. */
function ready(child) {
  return new Promise((resolve, reject) => {
    const errors = [];
    const late = setTimeout(() => reject(new Error(`no demo city after ${CITY_MS / 1000} s`)), CITY_MS);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^Varde is ready at (http:\/\/localhost:\d+)$/.exec(line)?.[1];
      if (address) {
        clearTimeout(late);
        resolve(address);
      }
    });
    createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the program ended with ${code}: ${errors.slice(-5).join('\n')}`));
    });
  });
}

/** The browser of the system, with a profile that nothing was ever done in. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.VARDE_CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
    headless: true,
  });
}

/** Somebody at a screen. Every visit notes what the browser complains about. */
export class Visitor {
  /** Opens a fresh window: no cookies, no history, and the combination asked for. */
  static async open(browser, url, combination = {}) {
    const settings = { ...BASE, ...combination };
    const context = await browser.newContext({
      viewport: { width: settings.width, height: HEIGHTS[settings.width] ?? 800 },
      colorScheme: settings.scheme,
      locale: LOCALES[settings.language],
      baseURL: url,
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(PAGE_MS);
    const page = await context.newPage();
    const visitor = new Visitor();
    Object.assign(visitor, { context, page, settings, url, complaints: [] });
    visitor.devtools = await context.newCDPSession(page);
    await visitor.allowScript(settings.script);
    if (!settings.style) await context.route(LAYERED_SHEET, (route) => route.abort());
    visitor.listen();
    return visitor;
  }

  /** The same window at another width and in another scheme, as when a phone is turned or evening comes. */
  async look({ width, scheme }) {
    Object.assign(this.settings, { width, scheme });
    await this.page.setViewportSize({ width, height: HEIGHTS[width] ?? 800 });
    await this.page.emulateMedia({ colorScheme: scheme });
  }

  /** Switching scripts off here, and not in the context, lets the checks run theirs in between. */
  async allowScript(allowed) {
    await this.devtools.send('Emulation.setScriptExecutionDisabled', { value: !allowed });
  }

  listen() {
    const note = (what) => this.complaints.push(what);
    this.page.on('pageerror', (error) => note(`script error: ${error.message}`));
    this.page.on('console', (message) => {
      const expected = !this.settings.style && isLayeredSheet(message.location().url);
      if (message.type() === 'error' && !expected && !/status of 4\d\d/.test(message.text())) note(`console: ${message.text()}`);
    });
    this.page.on('response', (response) => {
      const isPage = response.request().isNavigationRequest();
      if (!isPage && response.status() >= 400) note(`${response.status()} for ${new URL(response.url()).pathname}`);
    });
    this.page.on('request', (request) => {
      const elsewhere = !request.url().startsWith(this.url) && !request.url().startsWith('data:');
      if (elsewhere) note(`asks another server: ${new URL(request.url()).host}`);
    });
  }

  /** Goes to an address; the answer is handed back, whatever it is. */
  async goto(path) {
    return this.page.goto(path, { waitUntil: 'load' });
  }

  /** Becomes one of the demo city's people and lands where they land. */
  async signInAs(persona) {
    await this.goto('/demo');
    await this.page.locator(`button[name="persona"][value="${persona}"]`).click();
    await this.page.waitForURL((address) => !address.pathname.startsWith('/demo'));
    return new URL(this.page.url()).pathname;
  }

  /** Runs a function in the page, scripts on for as long as it takes. */
  async inspect(check, argument) {
    if (this.settings.script) return this.page.evaluate(check, argument);
    await this.allowScript(true);
    try {
      return await this.page.evaluate(check, argument);
    } finally {
      await this.allowScript(false);
    }
  }

  /** What the browser complained about since the last time asked. */
  takeComplaints() {
    return this.complaints.splice(0);
  }

  async close() {
    await this.context.close();
  }
}

const LAYERED_SHEET = /\/assets\/varde-[^/]*\.css$/;
const isLayeredSheet = (address) => LAYERED_SHEET.test(address);

/** The persona keys of the demo page, in its order. */
export async function personas(browser, url) {
  const visitor = await Visitor.open(browser, url);
  try {
    await visitor.goto('/demo');
    return await visitor.page.locator('button[name="persona"]').evaluateAll((buttons) => buttons.map((button) => button.value));
  } finally {
    await visitor.close();
  }
}

/** How a combination is named in a report. */
export function named(settings) {
  const { width, scheme, language, script, style } = { ...BASE, ...settings };
  return `${width} px, ${scheme}, ${language}, script ${script ? 'on' : 'off'}, style ${style ? 'full' : 'floor'}`;
}
