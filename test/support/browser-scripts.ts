/** What a hostile page waits for: everything is opened, pointed at and focused. */
export const provoke = `(() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const element of document.querySelectorAll('body *')) {
    element.focus?.();
    element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  }
})()`;

/** The classes of text that stands out from its ground by less than 4.5 to 1, with the contrast. */
export const findPoorContrast = `(() => {
  const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = ([r = 0, g = 0, b = 0]) => {
    const [x, y, z] = [r, g, b].map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const groundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const ground = channels(getComputedStyle(at).backgroundColor);
      if (ground.length > 0 && ground[3] !== 0) return ground;
    }
    throw new Error('the page has no ground');
  };
  const poor = new Set();
  let looked = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest('script, style, svg')) continue;
    looked += 1;
    const ink = luminance(channels(getComputedStyle(element).color));
    const ground = luminance(groundOf(element));
    const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    if (contrast < 4.5) poor.add(element.className + ' ' + contrast.toFixed(2));
  }
  return { looked, poor: [...poor] };
})()`;

/** What axe finds against WCAG 2.2 A and AA, once its source is in the page; `looked` says that it found much in order. */
export const findBarriers = `axe
  .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then(({ passes, violations }) => ({
    looked: passes.length > 10,
    barriers: violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html).join(' ')),
  }))`;

/** How many chips of cards reach beyond their card, when a word of theirs is long. */
export const cardsLeft = `(() => {
  const chips = [...document.querySelectorAll('.glance .chip')];
  if (chips.length === 0) throw new Error('there is no card with a chip');
  for (const chip of chips) chip.textContent = 'In Place with a compensating control, and not tested since 12';
  return chips.filter((chip) => {
    const card = chip.closest('.glance > div').getBoundingClientRect();
    return chip.getBoundingClientRect().right > card.right;
  }).length;
})()`;

/** By how many pixels the page is wider than its window. */
export const overflow = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;

/** What stands out of its window to the right, or is scrolled within itself, by its element. */
export const cutOff = `[...document.querySelectorAll('body *')]
  .filter((element) => !element.closest('.apart, .skip, .patterns, svg') && element.getClientRects().length > 0)
  .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1
    || (element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX)))
  .map((element) => element.tagName + '.' + element.className)`;

/** What stands before the first cell of the requirements, where a row is a card. */
export const headOfCell = `getComputedStyle(document.querySelector('#requirements td[data-head]'), '::before').content`;

/** Gives a field of the filter one value after another, and measures each until the page has been painted, in ms. */
export const timeFilter = (texts: readonly string[], field = 'text'): string => `(async () => {
  const input = document.querySelector('.filter').elements[${JSON.stringify(field)}];
  const output = document.querySelector('.filter output');
  const times = [];
  for (const text of ${JSON.stringify(texts)}) {
    // What it says is written anew even where it stays the same.
    const said = new Promise((done) => new MutationObserver(done).observe(output, { childList: true }));
    const start = performance.now();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await said;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(Math.round(performance.now() - start));
  }
  return times;
})()`;
