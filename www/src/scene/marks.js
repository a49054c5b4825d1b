/**
 * The marks of a scene: plain data, ready to be drawn, with every position and every number in it.
 *
 * A mark that shows a value carries the value itself. Opacity and everything geometric are numbers that can be
 * mixed between two pictures (`scene.js`); the rest switches.
 *
 * @module
 */
import { short } from '../format.js';
import { fitted } from './metrics.js';
import { KINDS, signOf } from './quantity.js';

/** @import { Slot } from './layout.js' */
/** @import { Place, Quantity, Scale } from './quantity.js' */

/** @typedef {1 | 0 | -1} Sign */

/**
 * An edge: `width` shows |w|, colour and dash its sign.
 * @typedef {{ key: string, layer: number, to: number, from: number, x1: number, y1: number, x2: number,
 *   y2: number, value: number, width: number, opacity: number, gold: number }} EdgeMark
 */

/**
 * A line between an output, its target and the cost. It shows no value.
 * @typedef {{ key: string, x1: number, y1: number, x2: number, y2: number, strength: number }} WireMark
 */

/**
 * A neuron's body and arc. `drawn` is the part of the circle that shows |a|, `value` is a, absent until known.
 * @typedef {{ key: string, layer: number, neuron: number, shape: 'disc' | 'capsule', x: number, y: number,
 *   gaugeX: number, r: number, left: number, top: number, width: number, height: number,
 *   value: number | undefined, drawn: number, strength: number }} NodeMark
 */

/**
 * The frame around numbers. `mark` is the key of what it belongs to.
 * @typedef {{ key: string, mark: string, role: 'weight' | 'bias' | 'delta' | 'target' | 'cost' | 'sums', x: number,
 *   y: number, width: number, height: number, scale: Scale, sign: Sign, gold: number, strength: number,
 *   opacity: number }} BoxMark
 */

/**
 * A number. `x` and `y` are its anchor and baseline, `prefixX` is where its prefix starts if that stands apart.
 * `before` is the old value while an update is under way, with its own text.
 * @typedef {{ key: string, mark: string, quantity: Quantity, place: Place, value: number, text: string,
 *   before: { value: number, text: string } | undefined, prefix: string, prefixX: number | undefined, x: number,
 *   y: number, size: number, anchor: 'start' | 'middle' | 'end', lead: boolean, scale: Scale, sign: Sign,
 *   gold: number, opacity: number }} NumberMark
 */

/**
 * Words, and letters with an index below.
 * @typedef {{ key: string, x: number, y: number, size: number, anchor: 'start' | 'middle' | 'end', text: string,
 *   below: string, tone: 'muted' | 'ink' | 'math', opacity: number }} TextMark
 */

/** One sample of the mini-batch: `filled` once it has been added to Σ∇. @typedef {{ key: string, x: number, y: number, r: number, filled: number }} PipMark */

/**
 * What travels: its size and colour show `value`.
 * @typedef {{ key: string, x: number, y: number, r: number, scale: Scale, sign: Sign, value: number,
 *   name: string }} PacketMark
 */

/**
 * The widths of edges: `max` is the weight that is drawn `thickest` pixels wide, linear from `thinnest` at 0.
 * @typedef {{ max: number, thickest: number, thinnest: number }} WidthScale
 */

/**
 * @typedef {object} Picture
 * @property {EdgeMark[]} edges
 * @property {WireMark[]} wires
 * @property {NodeMark[]} nodes
 * @property {BoxMark[]} boxes
 * @property {NumberMark[]} numbers
 * @property {TextMark[]} texts
 * @property {PipMark[]} pips
 * @property {WidthScale} widths
 */

/** A picture with what is under way in it. @typedef {Picture & { width: number, height: number, packets: PacketMark[], movers: NumberMark[] }} Scene */

/**
 * @param {object} about
 * @param {string} about.mark
 * @param {Quantity} about.quantity
 * @param {Place} about.place
 * @param {number} about.value
 * @param {Slot} slot
 * @param {Partial<NumberMark>} [more]
 * @returns {NumberMark}
 */
export function number({ mark, quantity, place, value }, slot, more = {}) {
  const kind = KINDS[quantity];
  const prefix = more.prefix ?? kind.prefix;
  const text = short(value);
  const apart = more.prefixX !== undefined;
  const whole = prefix && !apart ? `${prefix} ${text}` : text;
  const room = apart ? slot.width - fittedPrefix(prefix, slot.size) : slot.width;
  return {
    key: numberKey(quantity, place),
    mark,
    quantity,
    place,
    value,
    text,
    before: undefined,
    prefixX: undefined,
    x: slot.x,
    y: slot.y,
    size: fitted(whole, slot.size, room),
    anchor: slot.anchor,
    lead: false,
    scale: kind.scale,
    sign: signOf(value),
    gold: 0,
    opacity: 1,
    ...more,
    prefix,
  };
}

/** Width of a prefix and the space after it. @param {string} prefix @param {number} size */
const fittedPrefix = (prefix, size) => (prefix ? (prefix.length + 0.6) * size * 0.605 : 0);

/**
 * @param {Quantity} quantity
 * @param {Place} place
 */
export function numberKey(quantity, { layer, neuron, to, from }) {
  return [quantity, layer, neuron, to, from].filter((part) => part !== undefined).join(' ');
}
