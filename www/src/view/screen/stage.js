/**
 * The stage: the line of the layers, the picture as SVG, and the equation below the column it computes. The
 * picture says which position and t it is of; its numbers carry what they are.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { guard } from '../../../vendor/lit-html/directives/guard.js';
import { equationOf, focusOf } from '../../formula/equation.js';
import { beatsOf } from '../../scene/beats.js';
import { pictureOf } from '../../scene/picture.js';
import { layoutOf, pictureRoom } from '../../state/layout.js';
import { surveyOf } from '../../state/survey.js';
import { laterPart } from '../registry.js';
import { architecture } from './architecture.js';
import { caption } from './caption.js';
import { equationCard } from './equation-card.js';
import { gauges } from './gauge.js';
import { key } from './key.js';
import { biasMark, edgeMark, edgeNumbers, mostChange } from './lines.js';
import { neuronMark } from './neurons.js';
import { packetMarks } from './packets.js';
import * as words from '../../words/en/stage.js';

/** @import { Beat } from '../../scene/beats/beat.js' */
/** @import { Gap, Layout } from '../../scene/layout.js' */
/** @import { Picture } from '../../scene/picture.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** @param {Gap} gap @param {Layout} layout */
function gapMark({ layer, x, y, count, grid }, { input, image }) {
  if (grid || (image && layer === 1)) return nothing;
  const beside = layer === 1 && input;
  return svg`<text class="gap ${beside ? 'beside' : ''}" x=${beside ? input.x + input.width + 6 : x}
    y=${y + 4}>${words.more(count)}</text>`;
}

/**
 * Returns what the picture and the equation are about: in detail what the part is for.
 *
 * @param {PageState} state
 * @param {Beat | undefined} beat
 */
function focusIn({ view, focus: { hover, selection } }, beat) {
  if (!view) return undefined;
  if (beat) return beat.into;
  const { layer } = view.after.step;
  return focusOf(view, inStep(layer, hover) ?? inStep(layer, selection));
}

/**
 * What is pointed at, as far as the step is about its layer.
 *
 * @param {number | undefined} layer
 * @param {Selection | undefined} selection
 */
const inStep = (layer, selection) =>
  selection && 'layer' in selection && (layer === undefined || selection.layer === layer)
    ? selection
    : undefined;

/** @param {PageState} state @param {Dispatch} dispatch */
export function stage(state, dispatch) {
  const { view } = state;
  const { t } = state.playback;
  if (!view)
    return {
      ...{ picture: nothing, caption: html`<div class="caption" data-part="caption"></div>` },
      equation: html`<div class="equation" data-part="equation"></div>`,
    };
  const { position, step } = view.after;
  const layout = layoutOf(state, view);
  const space = pictureRoom(state);
  const beats = state.playback.pace === 'detail' ? beatsOf(view, layout) : [];
  const at = Math.max(0, Math.ceil(t * beats.length - 1e-9) - 1);
  const now = t > 0 ? beats[at] : undefined;
  const focus = focusIn(state, now);
  const picture = pictureOf(view, t, layout, { focus, beats, numbers: state.settings.numbers });
  const still = [
    view,
    layout,
    focus,
    now,
    state.focus.selection,
    state.focus.hover,
    state.settings,
    state.ui.resized,
    state.focus.drag,
    state.focus.typing,
    state.fetched,
  ];
  const part = partOf(beats, at, now);
  /** @param {number} layer */
  const drawn = (layer) => layout.nodes.filter((node) => node.layer === layer).map(({ neuron }) => neuron);
  return {
    picture: html`${guard(
      [layout, state.pending.sizes, state.feedback.refusals, picture.gauge.shows, step.kind],
      () => architecture(layout, picture.gauge.shows, state, dispatch),
    )}
    ${drawing(picture, layout, still, state, dispatch, space, position, t, focus)}`,
    caption: guard(
      [view, focus, now, state.settings, state.playback.pace, state.feedback.moment, state.fetched],
      () => caption(state, { about: focus, beats: now ? beats : [], at, drawn }),
    ),
    equation: guard([...still, part, state.panels.unfolded, state.fetched], () =>
      step.kind === 'load' || view.before === view.after
        ? html`<div class="equation" data-part="equation">${key()}</div>`
        : equationCard(
            equationOf(
              view,
              focus,
              state.panels.unfolded,
              state.settings.digits,
              laterPart()?.laterEquationOf,
            ),
            { part, inDetail: now !== undefined },
            layout,
            state,
            dispatch,
          ),
    ),
  };
}

/**
 * Returns which part of its neuron or weight a beat is, from 0.
 *
 * @param {Beat[]} beats
 * @param {number} at
 * @param {Beat | undefined} now
 */
function partOf(beats, at, now) {
  if (!now) return 0;
  const key = JSON.stringify(now.into);
  const first = beats.findIndex(({ into }) => JSON.stringify(into) === key);
  return at - first;
}

/**
 * @param {Picture} picture
 * @param {Layout} layout
 * @param {unknown[]} still
 * @param {PageState} state
 * @param {Dispatch} dispatch
 * @param {{ width: number, height: number }} room
 * @param {{ epoch: number, miniBatch: number, sample: number, step: number }} position
 * @param {number} t
 * @param {Selection | undefined} focus
 */
function drawing(picture, layout, still, state, dispatch, room, position, t, focus) {
  const { kind } = state.view?.after.step ?? {};
  // Lines fade only at the beginning of a step, and widths change in the update alone.
  const settled = kind === 'update' ? t : Math.min(t, 0.3);
  const numbersMove = kind === 'z' || kind === 'a' || kind === 'cost' ? Math.min(t, 0.4) : t;
  const most = kind === 'update' ? mostChange(picture) : 0;
  const { neurons: maps } = surveyOf(state);
  return html`<svg
    class="network ${layout.form} ${layout.dense ? 'dense' : ''}"
    width=${room.width}
    height=${room.height}
    viewBox="0 0 ${layout.width} ${layout.height}"
    role="group"
    data-position=${`${position.epoch}.${position.miniBatch}.${position.sample}.${position.step}`}
    data-t=${t}
    aria-label=${words.network(layout.columns.map(({ size }) => size).join('-'))}
  >
    ${svg`
      <g class="edges">${guard([...still, settled], () =>
        picture.edges.map((edge) => edgeMark(edge, layout, most, state, dispatch)),
      )}</g>
      <g class="gauge-area">${gauges(picture, layout, state, dispatch)}</g>
      ${laterPart()?.pictures(layout, focus, state, dispatch)}
      <g>${guard([...still, numbersMove], () =>
        picture.biases.map((bias) => biasMark(bias, layout, most, state, dispatch)),
      )}</g>
      <g>${guard([...still, maps, t], () =>
        picture.neurons.map((neuron) => neuronMark(neuron, layout, state, dispatch)),
      )}</g>
      ${packetMarks(picture.packets)}
      <g aria-hidden="true">${guard([...still, numbersMove], () =>
        picture.edges.map((edge) => edgeNumbers(edge, layout, state, dispatch)),
      )}</g>
      <g>${picture.neurons.map((neuron) =>
        laterPart()?.deltaMark(neuron, picture.deltaScale, layout, state),
      )}</g>
      ${layout.gaps.map((gap) => gapMark(gap, layout))}
      ${laterPart()?.insetOf(picture, layout, state)}
    `}
  </svg>`;
}
