/**
 * Neurons: a ring that is a, with a and z inside.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { laterPart } from '../registry.js';
import { handlersFor } from './handlers.js';
import { nameForReaders, nameMark, numberMark, textOf } from './number.js';
import * as words from '../../words/en/stage.js';

/** @import { Neuron } from '../../scene/picture.js' */
/** @import { Layout } from '../../scene/layout.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * From these radii in px on there is room for two numbers, for one with three decimals, for a number at all.
 */
const TWO_NUMBERS = 30;
const THREE_DECIMALS = 20;
const ONE_NUMBER = 11;
/** Px from the rim to the ring around what is written. */
export const HALO = 8;

/** Returns the length of a ring and of the part of it that is a. @param {number} r @param {number} a */
function ringOf(r, a) {
  const whole = 2 * Math.PI * r;
  return `${(whole * Math.min(1, Math.abs(a))).toFixed(1)} ${whole.toFixed(1)}`;
}

/**
 * Draws a neuron.
 *
 * @param {Neuron} neuron
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function neuronMark(neuron, layout, state, dispatch) {
  const { at, lit, written, focus, tint, fill, main, minor, saturated, delta } = neuron;
  const { layer, neuron: j, x, y, r } = at;
  /** @type {Selection} */
  const selection = { kind: 'neuron', layer, neuron: j };
  const on = handlersFor(selection, state, dispatch);
  const of = { layer, neuron: j };
  const style = r >= THREE_DECIMALS ? state.settings : { ...state.settings, digits: 2 };
  const two = minor !== undefined && r >= TWO_NUMBERS;
  const big = r >= TWO_NUMBERS;
  const rim = r >= THREE_DECIMALS ? 5 : r >= 14 ? 4 : 3;
  const listed = big ? undefined : laterPart()?.outputMark(neuron, layout, state);
  const known = [main, minor, delta].flatMap((shown) =>
    shown ? [`${shown.quantity === 'delta' ? 'δ' : shown.quantity} ${textOf(shown, state.settings)}`] : [],
  );
  const tone = tint === 'value' ? 'value' : tint === 'negative' ? 'gneg' : 'gpos';
  const classes = [
    ...['neuron', `tint-${tone}`, on.classes],
    ...[lit < 0.5 && 'dim', focus && 'focus', saturated && 'saturated', big && 'big'],
  ];
  const said = words.neuron({ neuron: j + 1, layer, numbers: known, saturated });
  return svg`<g class=${classes.filter(Boolean).join(' ')} role="button" tabindex="0"
    aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}
    @pointerdown=${on.down} @pointermove=${on.move} @pointerup=${on.up} @pointercancel=${on.up}>
    ${nameForReaders(said, { x, y })}
    <circle class="disc" cx=${x} cy=${y} r=${r} />
    ${
      written > 0
        ? svg`<circle class="tint" cx=${x} cy=${y} r=${r} fill-opacity=${written === 1 ? nothing : written}
          />`
        : nothing
    }
    ${laterPart()?.ownMap(at, r, state)}
    ${layer === 1 ? laterPart()?.inputName(neuron, layout, state) : nothing}
    <circle class="ring-track" cx=${x} cy=${y} r=${r} stroke-width=${rim} />
    ${
      fill === undefined
        ? nothing
        : svg`<circle class="ring ${fill < 0 ? 'negative' : ''}" cx=${x} cy=${y} r=${r} stroke-width=${rim}
            stroke-opacity=${lit === 1 ? nothing : 0.4 + 0.6 * lit} stroke-dasharray=${ringOf(r, fill)}
            transform="rotate(-90 ${x} ${y})" />`
    }
    ${
      focus || written > 0.5
        ? svg`<circle class="halo" cx=${x} cy=${y} r=${r + (r < 20 ? 5 : HALO)} />`
        : nothing
    }
    ${on.chosen ? svg`<path class="chosen-marks" d=${cornersOf(x, y, r + 13)} />` : nothing}
    ${
      saturated && r >= 14
        ? svg`<g class="flat" aria-hidden="true"><title>${words.saturated}</title><path
            d="M${x - r * 0.72} ${y - r * 0.98}q-8 -7 -16 -7" />${
              r >= THREE_DECIMALS && !at.beside
                ? svg`<text class="tick end" x=${x - r * 0.72 - 4} y=${y - r * 0.98 - 12} aria-hidden="true"
                    >${words.flat}</text>`
                : nothing
            }</g>`
        : nothing
    }
    <g aria-hidden="true">${
      listed
        ? listed
        : r < ONE_NUMBER
          ? nothing
          : main
            ? numberMark(main, {
                x,
                y: y + (two || (big && main.quantity === 'z') ? 1 : big ? 6.8 : 4.5),
                of,
                style,
                kind: big ? 'main' : 'main small',
              })
            : r >= THREE_DECIMALS
              ? nameMark('a', layer, String(j + 1), { x, y: y + (big ? 6 : 5), kind: 'name' })
              : nothing
    }
    ${
      two && minor
        ? numberMark(minor, { x, y: y + 17, of, style: state.settings, kind: 'minor', letter: 'z' })
        : nothing
    }
    ${
      big && main?.quantity === 'z'
        ? nameMark('z', layer, String(j + 1), { x, y: y + 19, kind: 'minor name' })
        : nothing
    }</g>
  </g>`;
}

/** @param {number} x @param {number} y @param {number} r */
const cornersOf = (x, y, r) =>
  [
    `M${x - r} ${y - r + 12}v-12h12M${x + r} ${y - r + 12}v-12h-12`,
    `M${x - r} ${y + r - 12}v12h12M${x + r} ${y + r - 12}v12h-12`,
  ].join('');
