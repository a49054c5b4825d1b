/**
 * What can be pointed at: its key in the DOM, its name in words and in book notation.
 *
 * @module
 */
import { short } from '../format.js';
import { KINDS, OF_BIAS, OF_NEURON, OF_WEIGHT, read } from './quantity.js';

/** @import { State } from '../engine/protocol.js' */
/** @import { Place, Quantity } from './quantity.js' */

/**
 * `layer` is the book's number, the rest is 0-based.
 * @typedef {(
 *   | { kind: 'neuron', layer: number, neuron: number }
 *   | { kind: 'weight', layer: number, to: number, from: number }
 *   | { kind: 'bias', layer: number, neuron: number }
 *   | { kind: 'cost' }
 * )} Selection
 */

/**
 * @param {Selection} selection
 * @returns {string} such as "weight 2 0 1"
 */
export function keyOf(selection) {
  switch (selection.kind) {
    case 'weight':
      return `weight ${selection.layer} ${selection.to} ${selection.from}`;
    case 'cost':
      return 'cost';
    default:
      return `${selection.kind} ${selection.layer} ${selection.neuron}`;
  }
}

/**
 * The reverse of {@link keyOf}.
 *
 * @param {string | null | undefined} key
 * @returns {Selection | undefined}
 */
export function selectionOf(key) {
  const [kind, ...numbers] = (key ?? '').split(' ');
  const [layer = 0, first = 0, second = 0] = numbers.map(Number);
  if (kind === 'neuron' || kind === 'bias') return { kind, layer, neuron: first };
  if (kind === 'weight') return { kind, layer, to: first, from: second };
  return kind === 'cost' ? { kind } : undefined;
}

/**
 * Whether a network of these sizes has it. A selection outlives a change of sizes that removes its neuron.
 *
 * @param {Selection | undefined} selection
 * @param {number[]} sizes
 * @returns {boolean}
 */
export function exists(selection, sizes) {
  if (!selection) return false;
  if (selection.kind === 'cost') return true;
  const { layer } = selection;
  const neurons = sizes[layer - 1] ?? 0;
  if (selection.kind === 'neuron') return selection.neuron < neurons;
  if (layer < 2) return false;
  if (selection.kind === 'bias') return selection.neuron < neurons;
  return selection.to < neurons && selection.from < (sizes[layer - 2] ?? 0);
}

/**
 * A letter with layer above and neuron below, 1-based: "12" is neuron 1, from 2; with a comma from 10 on.
 *
 * @param {Selection} selection
 * @returns {{ letter: string, above: string, below: string }}
 */
export function notation(selection) {
  switch (selection.kind) {
    case 'cost':
      return { letter: 'C', above: '', below: '' };
    case 'weight': {
      const { layer, to, from } = selection;
      return { letter: 'w', above: String(layer), below: pair(to + 1, from + 1) };
    }
    default: {
      const letter = selection.kind === 'bias' ? 'b' : selection.layer === 1 ? 'x' : 'a';
      const above = letter === 'x' ? '' : String(selection.layer);
      return { letter, above, below: String(selection.neuron + 1) };
    }
  }
}

/**
 * Two indices below a letter.
 *
 * @param {number} to  1-based
 * @param {number} from  1-based
 */
export function pair(to, from) {
  return to > 9 || from > 9 ? `${to},${from}` : `${to}${from}`;
}

/**
 * What there is to say about a selection, in the order of becoming known, with the place of each.
 *
 * @param {Selection} selection
 * @returns {{ quantity: Quantity, place: Place }[]}
 */
export function quantitiesOf(selection) {
  switch (selection.kind) {
    case 'cost':
      return ['cost', 'miniBatchCost'].map((quantity) => ({
        quantity: /** @type {Quantity} */ (quantity),
        place: {},
      }));
    case 'weight': {
      const { layer, to, from } = selection;
      return OF_WEIGHT.map((quantity) => ({ quantity, place: { layer, to, from } }));
    }
    default: {
      const { kind, layer, neuron } = selection;
      const quantities = kind === 'bias' ? OF_BIAS : OF_NEURON;
      return quantities.map((quantity) => ({ quantity, place: { layer, neuron } }));
    }
  }
}

/**
 * The name of a mark for those who do not see it: "weight w 2 1 2 = 0.31, ∂C/∂w −0.047".
 *
 * @param {Selection} selection
 * @param {State} state
 * @returns {string}
 */
export function accessibleName(selection, state) {
  const known = quantitiesOf(selection).flatMap(({ quantity, place }) => {
    const value = read(state, quantity, place);
    return value === undefined ? [] : [{ quantity, text: short(value) }];
  });
  const rest = (/** @type {typeof known} */ facts) =>
    facts.map(({ quantity, text }) => `, ${KINDS[quantity].name} ${text}`).join('');
  const [first, ...others] = known;
  switch (selection.kind) {
    case 'weight':
    case 'bias': {
      const indices =
        selection.kind === 'weight'
          ? `w ${selection.layer} ${selection.to + 1} ${selection.from + 1}`
          : `b ${selection.layer} ${selection.neuron + 1}`;
      return `${selection.kind} ${indices} = ${first?.text ?? ''}${rest(others)}`;
    }
    case 'cost':
      return known.length ? `cost${rest(known)}` : 'cost, not known yet';
    default: {
      const { layer, neuron } = selection;
      if (layer === 1) return `input x ${neuron + 1}${first ? ` = ${first.text}` : ', not known yet'}`;
      const nothing = known.length ? '' : ', nothing known yet';
      return `neuron ${neuron + 1} of layer ${layer}${rest(known)}${nothing}`;
    }
  }
}
