/**
 * Rasterizes the strokes of a drawing onto a square of pixels.
 *
 * @module
 */

/** The width and height, in pixels. */
export const SIDE = 112;

/**
 * The radius of the pen, as a share of the side.
 *
 * The core scales a drawing to a box of 20 pixels; strokes are then about two pixels wide.
 */
export const PEN_RADIUS = 0.045;

/**
 * Paints a segment of a stroke: full ink within the pen, fading over its outermost pixel.
 *
 * @param {Float64Array} ink  `[SIDE][SIDE]`, changed in place
 * @param {number} x1 px
 * @param {number} y1 px
 * @param {number} x2 px
 * @param {number} y2 px
 */
function paint(ink, x1, y1, x2, y2) {
  const radius = PEN_RADIUS * SIDE;
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
 * Rasterizes strokes.
 *
 * @param {readonly (readonly number[])[]} strokes  the points of each stroke: x, y, x, y …, from 0 to 1
 * @returns {Float64Array}  `[SIDE][SIDE]`, from 0 (paper) to 1 (ink)
 */
export function rasterize(strokes) {
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
