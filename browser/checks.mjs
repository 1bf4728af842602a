// What must hold on every page, whoever sees it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { addRules, darkOnPaper, focused, measure, removeRules, runAxe } from './in_page.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** What can be otherwise in a page that has only changed its colours. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/**
 * What axe could not decide, and what was decided instead. A rule that is not here is a fault when axe is unsure.
 */
const DECIDED = {
  'color-contrast': 'axe gives up over an element that lies on another; the tokens of the theme are computed in the design build',
};

/** A target for a finger, in CSS pixels: on what the person meets, on what staff meet. */
const TARGET = { person: 44, staff: 24 };
/** A page over the wire, compressed. */
const PAGE_BYTES = 25 * 1024;
/** Presses of the tab key before a page is given up as endless. */
const MOST_TABS = 250;

/**
 * The checks of one page as it stands. Gives back what is wrong, in sentences. Of a page that has been checked and has only
 * changed its colours since, axe looks at the colours.
 */
export async function checkPage(visitor, { audience = 'person', recoloured = false } = {}) {
  const page = await visitor.inspect(measure);
  const wrong = [...visitor.takeComplaints()];
  if (page.lang !== visitor.settings.language) wrong.push(`lang is "${page.lang}", not "${visitor.settings.language}"`);
  if (page.h1.length !== 1) wrong.push(`${page.h1.length} headings of the first order: ${page.h1.join(' / ')}`);
  if (!page.title.trim()) wrong.push('no title');
  if (page.overflow > 0) wrong.push(`scrolls ${page.overflow} px sideways: ${page.wide.join(', ')}`);
  // Without the big sheet a new browser draws its own plain links; their spacing is axe's to judge then.
  if (visitor.settings.style) wrong.push(...smallTargets(page.small, TARGET[audience]));
  wrong.push(...openForms(page.forms));
  wrong.push(...(await axeFaults(visitor, recoloured ? COLOURS : TAGS)));
  return { wrong, page };
}

/** The page as it stands has no fault. */
export async function faultless(visitor, audience) {
  const { wrong } = await checkPage(visitor, { audience });
  assert.deepEqual(wrong, [], new URL(visitor.page.url()).pathname);
}

function smallTargets(targets, least) {
  const small = targets.filter(({ width, height }) => width < least - 0.5 || height < least - 0.5);
  return small.map(({ name, width, height }) => `target ${Math.round(width)} × ${Math.round(height)} px, least ${least}: ${name}`);
}

/** A form that changes something carries a one-use token; only the door of the demo has none. */
function openForms(forms) {
  const open = forms.filter(({ method, action, hidden }) => method === 'post' && hidden === 0 && action !== '/demo/inn');
  return open.map(({ action }) => `the form to ${action} has no token`);
}

/** What axe finds, and what it is unsure of without a decision. */
export async function axeFaults(visitor, rules = TAGS) {
  // A page that is looked at in several widths has axe already.
  const there = await visitor.inspect(() => 'axe' in window);
  if (!there) await visitor.inspect(`${AXE};undefined`);
  const found = await visitor.inspect(runAxe, rules);
  const unsure = found.incomplete.filter(({ id }) => !(id in DECIDED));
  const say = (kind) => (rule) => `axe ${kind} ${rule.id}: ${rule.help} at ${rule.nodes.join(', ')}`;
  // A new browser without the big sheet draws its own small links; the floor's sizes are for the old ones it is made for.
  const sized = (rule) => visitor.settings.style || rule.id !== 'target-size';
  // A shared screen without script goes on to a page that warns and can be told to stay (WCAG 2.2.1); axe sees only that it goes on.
  const judged = (rule) => sized(rule) && !(found.warned && rule.id === 'meta-refresh');
  return [...found.violations.filter(judged).map(say('finds')), ...unsure.filter(judged).map(say('is unsure of'))];
}

/** Text twice as large, wide spacing, and both: still no scrolling sideways (WCAG 1.4.4, 1.4.10, 1.4.12). */
export async function checkLargeText(visitor) {
  const large = 'html { font-size: 200% !important; }';
  const spaced =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';
  const before = (await visitor.inspect(measure)).texts;
  const wrong = [];
  for (const [name, rules] of [['text at 200 %', large], ['wide spacing', spaced], ['text at 200 % with wide spacing', large + spaced]]) {
    await visitor.inspect(addRules, rules);
    const page = await visitor.inspect(measure);
    if (page.overflow > 0) wrong.push(`${name}: scrolls ${page.overflow} px sideways: ${page.wide.join(', ')}`);
    if (rules === large) wrong.push(...stuckTexts(before, page.texts));
    await visitor.inspect(removeRules);
  }
  return wrong;
}

/** Texts that did not grow with the reader's setting. Headings may grow less: they are large already. */
function stuckTexts(before, after) {
  const stuck = before.filter(({ size }, at) => (after[at]?.size ?? 0) < size * (size > 24 ? 1.3 : 1.9));
  return stuck.slice(0, 3).map(({ name, size }) => `text at 200 %: stays at ${size} px: ${name}`);
}

/** Through the page by keyboard: the order of the document, nothing hidden, focus always seen. */
export async function checkKeyboard(visitor) {
  const wrong = [];
  let last = -1;
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await visitor.page.keyboard.press('Tab');
    const now = await visitor.inspect(focused);
    if (!now) return wrong;
    if (now.order <= last) {
      const wrapped = now.order < last && presses > 0 && wrong.length === 0 && (await atTheStart(visitor, now));
      return wrapped ? wrong : [...wrong, `tab goes back in the page to ${now.name}`];
    }
    if (!now.seen) wrong.push(`focus is hidden or covered at ${now.name}`);
    if (!now.marked) wrong.push(`focus is not to be seen at ${now.name}`);
    last = now.order;
  }
  return [...wrong, `more than ${MOST_TABS} stops for the tab key`];
}

/** Whether focus came round to the first stop, as it does when a window has nothing after the page. */
async function atTheStart(visitor, now) {
  const first = await visitor.inspect(() => {
    const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')];
    const first = stops.find((stop) => stop.checkVisibility() && !stop.disabled && stop.tabIndex >= 0);
    return [...document.querySelectorAll('*')].indexOf(first);
  });
  return now.order === first;
}

/** On paper everything is dark on white, also when the screen was dark. */
export async function checkPaper(visitor) {
  await visitor.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const dark = await visitor.inspect(darkOnPaper);
  await visitor.page.emulateMedia({ media: 'screen', colorScheme: visitor.settings.scheme });
  return dark.map((element) => `prints dark: ${element}`);
}

/** What the answer itself must hold: the right kind, the policy, not kept by the browser, small. */
export async function checkAnswer(response, { signedIn }) {
  const headers = response.headers();
  const wrong = [];
  if (!/^text\/html;\s*charset=utf-8$/i.test(headers['content-type'] ?? '')) wrong.push(`content-type is ${headers['content-type']}`);
  const policy = headers['content-security-policy'] ?? '';
  if (!policy.includes('default-src') || /unsafe-(inline|eval)/.test(policy)) wrong.push(`content-security-policy is "${policy}"`);
  if (signedIn && !(headers['cache-control'] ?? '').includes('no-store')) wrong.push('the browser may keep a page shown after sign-in');
  const bytes = gzipSync(await response.body()).length;
  if (bytes > PAGE_BYTES) wrong.push(`${bytes} bytes compressed, at most ${PAGE_BYTES}`);
  return wrong;
}
