/**
 * Text in the picture that lies on other text, on a neuron or under a packet, or that is cut.
 *
 * @module
 */

/** @import { Page } from '@playwright/test' */

/**
 * Returns a line for each text that is covered or cut. Turned text is compared by its turned box; a fifth of
 * the height of a box is above and below its digits.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export const overlapsOn = (page) =>
  page.locator('svg.network').evaluate(async (network) => {
    await document.fonts.ready;
    const svg = /** @type {SVGSVGElement} */ (network);
    /** @typedef {{ x: number, y: number }} Point */
    const texts = [.../** @type {NodeListOf<SVGTextElement>} */ (svg.querySelectorAll('text:not(.said)'))]
      .filter((text) => text.textContent?.trim() && Number(text.getAttribute('fill-opacity') ?? 1) > 0.05)
      .map((text) => ({
        text: String(text.textContent).trim().replaceAll(/\s+/g, ' '),
        inNeuron: text.closest('.neuron') !== null,
        corners: cornersOf(text),
      }));
    /** @type {string[]} */
    const found = [];
    const picture = svg.getBoundingClientRect();
    texts.forEach(({ text, corners, inNeuron }, at) => {
      if (
        corners.some(
          ({ x, y }) => x < picture.left || x > picture.right || y < picture.top || y > picture.bottom,
        )
      )
        found.push(`${text} is cut`);
      for (const other of texts.slice(0, at))
        if (!apart(corners, other.corners)) found.push(`${text} lies on ${other.text}`);
      if (!inNeuron && discs('.neuron .disc').some((disc) => near(corners, disc)))
        found.push(`${text} on a neuron`);
      if (discs('.packet').some((disc) => near(corners, disc))) found.push(`${text} under a packet`);
    });
    // On a phone a long equation is moved sideways.
    const card = innerWidth < 700 ? '' : ', .equation-card';
    for (const one of document.querySelectorAll(`.what, .ribbon, .transport${card}`))
      if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0) found.push(`${one.className} is cut`);
    return found;

    /** @param {SVGTextElement} text @returns {Point[]} */
    function cornersOf(text) {
      const { x, y, width, height } = text.getBBox();
      const { a, b, c, d, e, f } = /** @type {DOMMatrix} */ (text.getScreenCTM());
      const [left, right, top, bottom] = [x + 1, x + width - 1, y + 0.2 * height, y + 0.8 * height];
      return [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ].map(([px = 0, py = 0]) => ({ x: a * px + c * py + e, y: b * px + d * py + f }));
    }

    /** Whether a side of one of two shapes separates them. @param {Point[]} one @param {Point[]} other */
    function apart(one, other) {
      return [one, other].some((shape) =>
        shape.some((from, at) => {
          const to = /** @type {Point} */ (shape[(at + 1) % shape.length]);
          const across = (/** @type {Point} */ point) =>
            (point.x - from.x) * (to.y - from.y) - (point.y - from.y) * (to.x - from.x);
          const [a, b] = [one.map(across), other.map(across)];
          return Math.max(...a) <= Math.min(...b) || Math.max(...b) <= Math.min(...a);
        }),
      );
    }

    /** @param {string} selector */
    function discs(selector) {
      return [...svg.querySelectorAll(selector)].map((one) => {
        const { left, top, width } = one.getBoundingClientRect();
        return { x: left + width / 2, y: top + width / 2, r: width / 2 - 1 };
      });
    }

    /** Whether a shape touches a disc. @param {Point[]} shape @param {Point & { r: number }} disc */
    function near(shape, { x, y, r }) {
      return shape.some((from, at) => {
        const to = /** @type {Point} */ (shape[(at + 1) % shape.length]);
        const [dx, dy] = [to.x - from.x, to.y - from.y];
        const part = Math.max(
          0,
          Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)),
        );
        return Math.hypot(from.x + part * dx - x, from.y + part * dy - y) < r;
      });
    }
  });
