// Finds the pages by following links, as a person would: GET only, never out of the house.

/** Depth from the first page, and pages of one visitor: a limit on everything. */
const DEEPEST = 5;
const MOST_PAGES = 220;

/** Addresses that are doors, not pages: the demo's own, and those that end the visit. */
const DOORS = /^\/(demo|assets|fhir|health)(\/|$)|^\/(logg-ut|ferdig|lukk)(\/|$)/;

/** What kind of page an address shows: ids, dates and numbers stand for any other. */
export function kindOf(address) {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const steps = pathname.split('/').map((step) => {
    if (/^[0-9a-f]{16,}$/.test(step) || /^\d+$/.test(step)) return ':id';
    return /^\d{4}-\d{2}(-\d{2})?$/.test(step) ? ':day' : step;
  });
  const asked = [...new Set(searchParams.keys())].sort();
  return steps.join('/') + (asked.length > 0 ? `?${asked.join('&')}` : '');
}

/**
 * Visits every kind of page that links lead to from these addresses. `look` is called on each, with the answer, the
 * address and its kind, and gives back the links it found there.
 */
export async function walk(visitor, starts, look) {
  const seen = new Map();
  let ring = starts;
  for (let depth = 0; depth < DEEPEST && ring.length > 0; depth += 1) {
    const next = [];
    for (const path of ring) {
      const kind = kindOf(path);
      if (seen.has(kind)) continue;
      if (seen.size >= MOST_PAGES) throw new Error(`more than ${MOST_PAGES} kinds of page for one visitor, the last ${kind}`);
      seen.set(kind, path);
      const response = await visitor.goto(path);
      const links = await look(response, path, kind);
      next.push(...links.map((link) => inside(visitor.url, link)).filter(Boolean));
    }
    ring = next;
  }
  return seen;
}

function inside(url, link) {
  const { origin, pathname, search } = new URL(link, url);
  return origin === new URL(url).origin && !DOORS.test(pathname) ? pathname + search : null;
}
