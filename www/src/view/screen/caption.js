/**
 * The caption: the name of the step, and one sentence that says what it does. Live numbers have the colour
 * of their sign.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { caption as captionOf } from '../../captions/caption.js';
import { full } from '../../notation/format.js';
import { isOrigin } from '../../state/equality.js';
import { en } from '../../words/en.js';
import { plain } from '../../words/pieces.js';
import { laterPart } from '../registry.js';
import { PHASE_OF } from './phases.js';
import { caption as label } from '../../words/en/stage.js';

/** @import { Part } from '../../captions/part.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Beat } from '../../scene/beats/beat.js' */
/** @import { Words } from '../../words/en.js' */
/** @import { Live, Piece } from '../../words/pieces.js' */
/** @import { View } from '../../protocol/view.js' */
/** @import { PageState } from '../../state/state.js' */

/** Quantities by the scale whose colour they have; all others are in ink. */
const VALUES = new Set(['weights', 'biases', 'a', 'product', 'running']);
const GRADIENTS = new Set(['delta', 'nabla', 'sumNabla', 'meanNabla', 'costDerivative', 'carried', 'miss']);

/** Letters that are signs, which are never slanted. */
const UPRIGHT = new Set(['∇', 'Σ', '∂']);

/** Sums and products, which are gradients on the way back. */
const SUMMED = new Set(['product', 'running', 'runningBefore']);

/**
 * Returns the colour of a live number.
 *
 * @param {Live} live
 * @param {boolean} back  whether the step goes back
 */
function toneOf({ quantity, number }, back) {
  if (quantity === 'step' || quantity === 'eta') return 'gold';
  if (back && SUMMED.has(quantity)) return number < 0 ? 'gneg' : 'gpos';
  if (GRADIENTS.has(quantity)) return number < 0 ? 'gneg' : 'gpos';
  if (VALUES.has(quantity)) return number < 0 ? 'neg' : 'pos';
  return 'ink';
}

/** Signs that stay in a line with what they stand between. */
const TIED = / ([=·]) /g;
/** @param {string} text */
const tied = (text) => text.replace(TIED, '\u00A0$1\u00A0');

/** Draws a piece of a sentence. @param {Piece} piece @param {boolean} [back]  whether the step goes back */
export function draw(piece, back = false) {
  if ('text' in piece) return tied(piece.text);
  if ('sign' in piece) return tied(piece.sign);
  if ('name' in piece) return html`<b translate="no">${piece.name}</b>`;
  if ('key' in piece) return html`<kbd>${piece.key === 'next' ? '→' : piece.written}</kbd>`;
  if ('letter' in piece) {
    const { letter, layer, indices = [] } = piece;
    const index = indices.join(indices.some((n) => n > 9) ? ',' : '');
    return html`<i class="v ${UPRIGHT.has(letter) ? 'up' : ''}" translate="no"
      >${letter}${
        layer === undefined
          ? nothing
          : index
            ? html`<span class="stack"><sup>${layer}</sup><sub>${index}</sub></span>`
            : html`<sup>${layer}</sup>`
      }</i
    >`;
  }
  return html`<b class=${toneOf(piece, back)} data-value=${full(piece.number)} translate="no"
    >${piece.written}</b
  >`;
}

/**
 * Returns the part of the step that is shown in detail.
 *
 * @param {PageState} state
 * @param {Beat[]} beats
 * @param {number} at
 * @param {(layer: number) => readonly number[]} drawn
 * @returns {Part | undefined}
 */
function partAt({ view }, beats, at, drawn) {
  const later = laterPart();
  if (!view || !later || beats.length === 0) return undefined;
  const parts = later.captions.partsOf(view.after, drawn);
  return parts.length === beats.length ? parts[at] : undefined;
}

/**
 * Returns what is told of the last change, which stands in place of the step's sentence.
 *
 * @param {PageState} state
 */
function changeTold({ feedback: { moment }, settings, view }) {
  const later = laterPart();
  if (!moment || !later) return undefined;
  const { words, captions } = later;
  return captions.momentOf(moment, {
    words: { ...en, ...words },
    style: settings,
    names: { classes: view?.data.classes },
  });
}

/** Returns the same as plain text, for screen readers. @param {PageState} state */
export function changeSaid(state) {
  const told = changeTold(state);
  return told && plain(told);
}

/**
 * Returns the caption of a view.
 *
 * @param {PageState} state
 * @param {View} view
 * @param {Pick<import('../../captions/context.js').Options, 'part' | 'about'>} of
 */
function captionAt({ settings, playback }, view, of) {
  const later = laterPart();
  return captionOf(view, {
    ...of,
    // Sentences of later steps are asked for only by what is fetched with them.
    words: /** @type {Words} */ ({ ...en, ...later?.words }),
    later: later?.captions,
    style: settings,
    names: { classes: view.data.classes },
    pace: playback.pace,
    firstVisit: isOrigin(view.after.position) && view.timeline.completed === 0,
  });
}

/** Returns the caption of the step that is told, for screen readers. @param {PageState} state */
export function stepSaid(state) {
  const { view } = state.feedback.narration;
  if (!view) return '';
  const { kicker, sentence } = captionAt(state, view, {});
  return `${plain(kicker.name)}. ${plain(sentence)}`;
}

/** What was told last. @type {unknown} */
let last;

/**
 * Draws the caption. Until the sentences of later steps have been fetched, the last one stands.
 *
 * @param {PageState} state
 * @param {object} of
 * @param {Selection | undefined} of.about
 * @param {Beat[]} of.beats
 * @param {number} of.at  the beat shown
 * @param {(layer: number) => readonly number[]} of.drawn  the neurons drawn of a layer
 */
export function caption(state, { about, beats, at, drawn }) {
  const { view, playback } = state;
  if (!view) return html`<section class="caption" data-part="caption" aria-label=${label}></section>`;
  const { step } = view.after;
  const part = playback.t > 0 ? partAt(state, beats, at, drawn) : undefined;
  const { kicker, sentence } = captionAt(state, view, { part, about });
  const told = changeTold(state) ?? sentence;
  const busy = told.length === 0 && last !== undefined;
  const number = kicker.equationNumber ? html` · <i class="v">${kicker.equationNumber}</i>` : nothing;
  if (!busy)
    last = html`<p class="kicker ${PHASE_OF[step.kind]}">
        <b>${kicker.name.map((piece) => draw(piece))}</b>
        <span>${kicker.symbol.map((piece) => draw(piece))}${number}</span>
      </p>
      <p class="sentence">${told.map((piece) => draw(piece, step.kind === 'delta'))}</p>`;
  return html`<section
    class="caption"
    data-part="caption"
    aria-label=${label}
    aria-busy=${busy ? 'true' : 'false'}
  >
    ${last}
  </section>`;
}
