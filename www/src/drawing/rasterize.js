/**
 * Strokes as ink on a square of pixels: pure.
 *
 * @module
 */

/** Pixels to a side. */
export const SIDE = 112;
/** Half the width of the pen, as a share of the side: what is drawn is scaled to a box of 20 pixels, where strokes are about two wide. */
export const PEN = 0.045;

/**
 * Paints one piece of a stroke: full ink within the pen, less across its last pixel.
 *
 * @param {Float64Array} ink
 * @param {number} x1 px
 * @param {number} y1 px
 * @param {number} x2 px
 * @param {number} y2 px
 */
function paint(ink, x1, y1, x2, y2) {
  const radius = PEN * SIDE;
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const from = (/** @type {number} */ one, /** @type {number} */ other) =>
    Math.max(0, Math.floor(Math.min(one, other) - radius - 1));
  const to = (/** @type {number} */ one, /** @type {number} */ other) =>
    Math.min(SIDE - 1, Math.ceil(Math.max(one, other) + radius + 1));
  for (let y = from(y1, y2); y <= to(y1, y2); y += 1) {
    for (let x = from(x1, x2); x <= to(x1, x2); x += 1) {
      const [px, py] = [x + 0.5 - x1, y + 0.5 - y1];
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
      const distance = Math.hypot(px - along * dx, py - along * dy);
      const at = y * SIDE + x;
      ink[at] = Math.max(Number(ink[at]), Math.min(1, Math.max(0, radius + 0.5 - distance)));
    }
  }
}

/**
 * @param {readonly (readonly number[])[]} strokes  points one after the other, x then y, each 0 to 1
 * @returns {Float64Array} 0 paper to 1 ink, row by row
 */
export function inkOf(strokes) {
  const ink = new Float64Array(SIDE * SIDE);
  for (const stroke of strokes) {
    for (let at = 0; at < stroke.length; at += 2) {
      const last = Math.max(0, at - 2);
      const [x1, y1, x2, y2] = [stroke[last], stroke[last + 1], stroke[at], stroke[at + 1]].map(
        (part) => Number(part) * SIDE,
      );
      paint(ink, Number(x1), Number(y1), Number(x2), Number(y2));
    }
  }
  return ink;
}
