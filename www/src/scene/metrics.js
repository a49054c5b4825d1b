/**
 * The measures of the picture, in CSS pixels, all multiples of one unit.
 *
 * @module
 */

/** @typedef {{ width: number, height: number }} Viewport */

/**
 * @typedef {object} Metrics
 * @property {number} unit
 * @property {boolean} compact
 * @property {number} font   of a number on the stage
 * @property {number} small  of a number inside a node, and of words
 * @property {number} line   height of a line of numbers
 * @property {number} pad    around the lines of a box
 * @property {number} chip   height of a box with one line
 * @property {number} gap    least distance between two things
 * @property {number} button
 * @property {number} top    height of the layer controls
 */

/** Width of a character of the number font in ems: 0.602 in DejaVu Sans Mono, 0.6 in most others. */
const CHARACTER = 0.605;

/** The size of the design: the stage of a window of 1440×900. */
const DESIGN = { width: 960, height: 500 };

/**
 * @param {Viewport} viewport
 * @param {boolean} compact
 * @returns {number}  the unit to begin with
 */
export function unitFor({ width, height }, compact) {
  if (compact) return 0.9;
  return Math.max(0.85, Math.min(width / DESIGN.width, height / DESIGN.height, 2));
}

/**
 * @param {number} unit
 * @param {boolean} compact
 * @returns {Metrics}
 */
export function metrics(unit, compact) {
  // A finger needs its size whatever the unit.
  const button = compact ? 28 : 24 * unit;
  return {
    unit,
    compact,
    font: 12.5 * unit,
    small: 11.5 * unit,
    line: 15.5 * unit,
    pad: 7 * unit,
    chip: 22 * unit,
    gap: 4 * unit,
    button,
    top: 2 * button + 20 * unit,
  };
}

/**
 * Width of so many characters of the number font.
 *
 * @param {number} count
 * @param {number} size  of the font
 */
export function textWidth(count, size) {
  return count * CHARACTER * size;
}

/**
 * The font size at which a text fits a width, at most `size`.
 *
 * @param {string} text
 * @param {number} size
 * @param {number} width
 */
export function fitted(text, size, width) {
  return Math.min(size, width / (CHARACTER * Math.max(text.length, 1)));
}

/**
 * Height of a box with so many lines.
 *
 * @param {number} lines
 * @param {Metrics} m
 */
export function boxHeight(lines, m) {
  return lines <= 1 ? m.chip : lines * m.line + m.pad * 0.9;
}
