/**
 * The scales of many outputs, which lie beside them.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { symbol } from '../../notation/names.js';
import { alongOf } from '../../scene/gauge.js';
import { diamond } from './gauge.js';
import { handlersFor } from './handlers.js';
import { target as targetWords } from '../../words/en/stage.js';

/** @import { Selection } from '../../notation/selection.js' */
/** @import { OutputGauge } from '../../scene/gauge.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * An output of many: its scale lies beside it.
 *
 * @param {OutputGauge} output
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function lying({ at, target, answer, miss, leg }, state, dispatch) {
  const { x, top: y, wide } = at;
  /** @type {Selection} */
  const selection = { kind: 'target', neuron: at.neuron };
  const on = handlersFor(selection, state, dispatch);
  const tone = (miss ?? 0) < 0 ? 'gneg' : 'gpos';
  return svg`<g class="gauge lying">
    <line class="track-line" x1=${x} x2=${x + wide} y1=${y} y2=${y} />
    ${
      answer !== undefined && target !== undefined && leg > 0
        ? svg`<line class="leg ${tone}" x1=${alongOf(at, answer)}
          x2=${alongOf(at, answer + (target - answer) * leg)} y1=${y} y2=${y} />`
        : nothing
    }
    ${
      target === undefined
        ? nothing
        : svg`<g class="target ${on.classes}" role="button" tabindex="0"
          aria-label=${targetWords(symbol(selection), formatOf(state.settings).short(target))}
          aria-pressed=${on.chosen ? 'true' : 'false'} @click=${on.click} @keydown=${on.key}
          @pointerenter=${on.enter} @pointerleave=${on.leave}>
          <circle class="grip" cx=${alongOf(at, target)} cy=${y} r="11" />
          <path class="diamond ${target === 0 ? 'small' : ''}" d=${diamond(alongOf(at, target), y)} />
        </g>`
    }
    ${answer === undefined ? nothing : svg`<circle class="answer" cx=${alongOf(at, answer)} cy=${y} r="5" />`}
  </g>`;
}
