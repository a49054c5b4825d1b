/**
 * The weights of a state at rest.
 *
 * @module
 */
import { fanPlaces } from './labels.js';
import { OF_WEIGHT, read } from './quantity.js';
import { keyOf } from './selection.js';
import { stack } from './stack.js';
import { widthOf } from './widths.js';

/** @import { State } from '../engine/protocol.js' */
/** @import { LabelPlaces } from './labels.js' */
/** @import { Gap, Layout } from './layout.js' */
/** @import { Picture } from './marks.js' */
/** @import { Pointed } from './picture.js' */
/** @import { Selection } from './selection.js' */

/** Opacity of the edges that the step is about, of all in a step that is about none, and of the others. */
const STRONG = 0.9;
const EVEN = 0.6;
const FAINT = 0.3;

/**
 * @param {State} state
 * @param {Layout} layout
 * @param {Pointed} pointed
 * @param {Picture} drawn  gets the marks
 */
export function edgeMarks(state, layout, pointed, drawn) {
  const gold = state.step.kind === 'update' ? 1 : 0;
  for (const gap of layout.gaps) {
    if (!gap) continue;
    const { layer } = gap;
    const labels = gap.labels ?? pointedLabels(gap, layout, pointed);
    const strength = strengthOf(state, layer);
    for (const { to, from, ...ends } of gap.edges) {
      const place = { layer, to, from };
      const value = read(state, 'w', place);
      if (value === undefined) continue;
      const mark = keyOf({ kind: 'weight', ...place });
      const opacity = lit(place, pointed, strength);
      drawn.edges.push({ key: mark, ...place, ...ends, value, width: widthOf(value, drawn.widths), opacity, gold });
      const at = labels?.at[`${to} ${from}`];
      if (!labels || !at) continue;
      const room = { ...at, limit: labels.lines, width: labels.width, grows: /** @type {const} */ ('both') };
      const stacked = stack(
        { state, mark, role: 'weight', place, quantities: OF_WEIGHT, gold },
        room,
        layout.metrics,
      );
      if (!stacked) continue;
      drawn.boxes.push(stacked.box);
      drawn.numbers.push(...stacked.numbers);
    }
  }
}

/**
 * @param {State} state
 * @param {number} layer  that the edges lead to
 */
function strengthOf({ step, sizes }, layer) {
  switch (step.kind) {
    case 'z':
    case 'a':
    case 'nabla':
      return step.layer === layer ? STRONG : FAINT;
    case 'delta':
      if (step.layer === sizes.length) return FAINT;
      return step.layer === layer - 1 ? STRONG : FAINT;
    case 'cost':
      return FAINT;
    case 'update':
      return STRONG;
    default:
      return EVEN;
  }
}

/**
 * What is pointed at stands out from its surroundings.
 *
 * @param {{ layer: number, to: number, from: number }} place
 * @param {Pointed} pointed
 * @param {number} strength
 */
function lit(place, { selection, hover }, strength) {
  if (touches(place, hover) || touches(place, selection)) return 1;
  return hover?.kind === 'weight' || hover?.kind === 'neuron' ? strength * 0.7 : strength;
}

/**
 * @param {{ layer: number, to: number, from: number }} place
 * @param {Selection | undefined} selection
 */
function touches({ layer, to, from }, selection) {
  if (selection?.kind === 'weight') {
    return selection.layer === layer && selection.to === to && selection.from === from;
  }
  if (selection?.kind !== 'neuron') return false;
  const { neuron } = selection;
  return (selection.layer === layer && neuron === to) || (selection.layer === layer - 1 && neuron === from);
}

/**
 * Where there is no room for all numbers: those of the edge or neuron pointed at, or else selected.
 *
 * @param {Gap} gap
 * @param {Layout} layout
 * @param {Pointed} pointed
 * @returns {LabelPlaces | undefined}
 */
function pointedLabels({ layer, edges }, layout, { selection, hover }) {
  for (const one of [hover, selection]) {
    const mine = edges.filter(({ to, from }) => touches({ layer, to, from }, one));
    if (!mine.length) continue;
    const side = one?.kind === 'neuron' && one.layer === layer ? 'from' : 'to';
    const nodes = [layout.columns[layer - 2], layout.columns[layer - 1]].flatMap((column) => column?.nodes ?? []);
    const taken = nodes.flatMap(({ bias, delta }) => [bias, delta]).flatMap((rect) => (rect ? [rect] : []));
    const places = fanPlaces(mine, side, taken, layout.metrics);
    if (places) return places;
  }
  return undefined;
}
