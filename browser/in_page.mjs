// What is measured inside the page. Each function is sent to the browser as it stands, so it can use nothing from outside.

/** Where the page leads. */
export function links() {
  return [...document.querySelectorAll('a[href]')].filter((link) => !link.hasAttribute('download')).map((link) => link.href);
}

/** Everything about the page that the checks judge. */
export function measure() {
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const name = (element) => {
    const said = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.localName}${element.id ? ` id="${element.id}"` : ''}> ${said}`.trim();
  };
  const union = (boxes) => {
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    return { width: Math.max(...boxes.map((box) => box.right)) - left, height: Math.max(...boxes.map((box) => box.bottom)) - top };
  };
  // A link inside a sentence is as tall as its line; making it taller would tear the sentence apart.
  const inSentence = (element) => {
    const inline = (one) => getComputedStyle(one).display === 'inline';
    if (element.localName !== 'a' || !inline(element)) return false;
    let block = element.parentElement;
    while (block.parentElement && inline(block)) block = block.parentElement;
    const around = (block.textContent ?? '').replace(element.textContent, '');
    return /\p{L}/u.test(around) && ![...block.children].some((child) => child !== element && !child.contains(element) && !inline(child));
  };
  // The label of a box is part of its target.
  const box = (element) => {
    const labels = /^(checkbox|radio)$/.test(element.type ?? '') ? [...(element.labels ?? [])] : [];
    return union([element, ...labels].map((one) => one.getBoundingClientRect()));
  };
  const parked = (element) => {
    const place = element.getBoundingClientRect();
    return place.right <= 0 || place.bottom <= 0 || (place.width <= 1 && place.height <= 1) || element.matches('.ds-skip-link:not(:focus)');
  };
  const controls = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]')];
  const shown = controls.filter((element) => visible(element) && !parked(element) && !element.disabled);
  const root = document.documentElement;
  const scrollable = (element) => {
    const box = element.parentElement?.closest('*');
    if (!box || box === root || box === document.body) return false;
    return /auto|scroll/.test(getComputedStyle(box).overflowX) || scrollable(box);
  };
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const place = element.getBoundingClientRect();
    const spills = getComputedStyle(element).overflowX === 'visible' ? place.left + element.scrollWidth : place.right;
    return Math.max(place.right, spills) > root.clientWidth + 0.5 && visible(element) && !element.closest('svg') && !scrollable(element);
  });
  // A page that hides what sticks out does not scroll, and is no better for it.
  const hides = [root, document.body].some((one) => /hidden|clip/.test(getComputedStyle(one).overflowX));
  return {
    lang: root.lang,
    title: document.title,
    h1: [...document.querySelectorAll('h1')].filter(visible).map((heading) => heading.textContent.trim().replace(/\s+/g, ' ')),
    overflow: hides && wide.length > 0 ? 1 : root.scrollWidth - root.clientWidth,
    wide: wide.slice(-3).map(name),
    small: shown.filter((element) => !inSentence(element)).map((element) => ({ name: name(element), ...box(element) })),
    forms: [...document.forms].map((form) => ({
      method: form.method,
      action: new URL(form.action, location.href).pathname,
      hidden: [...form.elements].filter((field) => field.type === 'hidden' && field.value.length >= 16).length,
    })),
    links: [...document.querySelectorAll('a[href]')].filter((link) => !link.hasAttribute('download')).map((link) => link.href),
    texts: [...document.body.querySelectorAll('*')]
      .filter((element) => visible(element) && !element.closest('svg, noscript') && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
      .map((element) => ({ name: name(element), size: parseFloat(getComputedStyle(element).fontSize) })),
  };
}

/** Runs axe, which has been put into the page before. */
export async function runAxe(runOnly) {
  const found = await window.axe.run(document, { runOnly, resultTypes: ['violations', 'incomplete'] });
  const brief = (list) =>
    list.map((rule) => ({ id: rule.id, help: rule.help, nodes: rule.nodes.slice(0, 3).map((node) => node.target.join(' ')) }));
  const warned = [...document.querySelectorAll('meta[http-equiv=refresh]')].every((meta) => meta.content.endsWith(';url=/er-du-der'));
  return { violations: brief(found.violations), incomplete: brief(found.incomplete), warned };
}

/** Adds rules on top of everything; a constructed sheet is not stopped by the content security policy. */
export function addRules(rules) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Takes back what was added. */
export function removeRules() {
  document.adoptedStyleSheets = [];
}

/** What has focus now: its place in the document, whether one sees it, and whether something lies over it. */
export function focused() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const place = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const marked = (one) => {
    const style = getComputedStyle(one);
    const outlined = style.outlineStyle === 'auto' || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5);
    return outlined || style.boxShadow !== 'none';
  };
  const points = [
    [place.left + place.width / 2, place.top + place.height / 2],
    [place.left + 4, place.top + 4],
    [place.right - 4, place.bottom - 4],
  ];
  const reached = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(top)));
  });
  const around = [element, element.parentElement, ...(element.labels ?? [])].filter(Boolean);
  return {
    order: [...document.querySelectorAll('*')].indexOf(element),
    name: `<${element.localName}> ${(element.getAttribute('aria-label') ?? element.textContent ?? element.name ?? '').trim().slice(0, 40)}`,
    seen: place.width > 1 && place.height > 1 && style.visibility === 'visible' && reached,
    marked: around.some(marked),
  };
}

/** Elements that would print dark, and text that would print light, when the page is shown as for a printer. */
export function darkOnPaper() {
  const light = (colour) => {
    const numbers = colour.match(/[\d.]+/g)?.map(Number) ?? [];
    if (/^(color|oklch|oklab|lab|lch)/.test(colour)) return numbers[0] > 0.8 || numbers[3] === 0;
    const [red, green, blue, alpha = 1] = numbers;
    return alpha === 0 || (red * 299 + green * 587 + blue * 114) / 1000 > 220;
  };
  const visible = [...document.querySelectorAll('html, body, body *')].filter((element) => element.checkVisibility() && !element.closest('svg'));
  const dark = visible.filter((element) => !light(getComputedStyle(element).backgroundColor));
  return dark.slice(0, 5).map((element) => `<${element.localName} class="${element.className}">`);
}
