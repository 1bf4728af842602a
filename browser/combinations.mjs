// In which circumstances a page is seen: width, scheme, language, script and style sheet.

/** Every value of every circumstance. */
export const CIRCUMSTANCES = {
  width: [320, 390, 768, 1280],
  language: ['nb', 'nn', 'en'],
  scheme: ['light', 'dark'],
  script: [true, false],
  style: [true, false],
};

/** Every combination there is: for the full run before an issue is resolved. */
export function everyCombination(circumstances = CIRCUMSTANCES) {
  return Object.entries(circumstances).reduce(
    (made, [name, values]) => made.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

/** A handful of combinations in which any two values of any two circumstances meet. */
export function pairwise(circumstances = CIRCUMSTANCES) {
  const all = everyCombination(circumstances);
  const open = new Set(all.flatMap(pairs));
  const chosen = [];
  while (open.size > 0) {
    const gain = (one) => pairs(one).filter((pair) => open.has(pair)).length;
    const best = all.reduce((best, one) => (gain(one) > gain(best) ? one : best));
    pairs(best).forEach((pair) => open.delete(pair));
    chosen.push(best);
  }
  return chosen;
}

/** The pairs of values that meet in one combination. */
export function pairs(one) {
  const values = Object.entries(one).map(([name, value]) => `${name}=${value}`);
  return values.flatMap((first, at) => values.slice(at + 1).map((second) => `${first} ${second}`));
}

/** What a page is loaded anew for; width and scheme change while it stands, as when a phone is turned. */
const LOADED_FOR = ['language', 'script', 'style'];

/** The combinations that one load of a page serves, together: the first of each is the one it is loaded in. */
export function byLoad(combinations) {
  const groups = new Map();
  for (const one of combinations) {
    const load = LOADED_FOR.map((name) => one[name]).join(' ');
    groups.set(load, [...(groups.get(load) ?? []), one]);
  }
  return [...groups.values()];
}
