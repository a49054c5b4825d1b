/**
 * Where outputs meet their targets: the scale, the miss, the cost as an area.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, full } from '../../notation/format.js';
import { symbol } from '../../notation/names.js';
import { heightOf, targetLabel, widthOfOne } from '../../scene/gauge.js';
import { laterPart } from '../registry.js';
import { handlersFor } from './handlers.js';
import { nameForReaders } from './number.js';
import * as words from '../../words/en/stage.js';

/** @import { OutputGauge } from '../../scene/gauge.js' */
/** @import { GaugeLabels } from '../../scene/gauge-labels.js' */
/** @import { Layout, Node } from '../../scene/layout.js' */
/** @import { Picture } from '../../scene/picture.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** The path of a target. @param {number} x @param {number} y */
export const diamond = (x, y) => `M${x} ${y - 7}l7 7l-7 7l-7 -7z`;

/**
 * Draws the gauges.
 *
 * @param {Picture} picture
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function gauges({ gauge }, layout, state, dispatch) {
  const unit = widthOfOne(layout.gauges);
  const nodes = layout.nodes.filter(({ layer }) => layer === layout.columns.length);
  const { outputs, cost, mean } = gauge;
  const first = outputs[0];
  const bottom = Math.max(...outputs.map(({ at }) => at.bottom));
  const labels =
    cost && first && outputs.length === 1 && !first.at.lying
      ? laterPart()?.labelsOf(first, cost.value, unit, layout, state)
      : undefined;
  return svg`<g class="gauges ${gauge.lit ? 'lit' : ''} shows-${gauge.shows}">
    ${outputs.map((output, at) =>
      output.at.lying
        ? laterPart()?.lying(output, state, dispatch)
        : gauge.shows === 'samples'
          ? laterPart()?.samplesOf(output, layout)
          : standing(output, nodes[at], unit, labels, layout, state, dispatch),
    )}
    ${cost ? laterPart()?.costOf(cost, outputs, bottom, labels, layout, state, dispatch) : nothing}
    ${mean && first ? laterPart()?.meanCost(mean, first, bottom, layout, state) : nothing}
  </g>`;
}

/**
 * @param {OutputGauge} output
 * @param {Node | undefined} node
 * @param {number} unit
 * @param {GaugeLabels | undefined} labels
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function standing(output, node, unit, labels, layout, state, dispatch) {
  const { at, target, answer, miss, dot, leg, area, whole } = output;
  const { x, top, bottom } = at;
  const several = layout.gauges.length > 1;
  const yTarget = target === undefined ? undefined : heightOf(at, target);
  const yAnswer = answer === undefined ? undefined : heightOf(at, answer);
  const desk = layout.form === 'desk';
  const ticks = several && bottom - top < 120 ? [0, 1] : [0, 0.5, 1];
  const tone = (miss ?? 0) < 0 ? 'gneg' : 'gpos';
  return svg`<g class="gauge">
    <line class="axis" x1=${x} x2=${x} y1=${top} y2=${bottom} />
    ${ticks.map(
      (tick) =>
        svg`<line class="axis" x1=${x - 4} x2=${x + 4} y1=${heightOf(at, tick)} y2=${heightOf(at, tick)} />
        ${
          desk ? svg`<text class="tick end" x=${x - 9} y=${heightOf(at, tick) + 4}>${tick}</text>` : nothing
        }`,
    )}
    ${
      yTarget !== undefined && yAnswer !== undefined && area > 0
        ? areaOf(at, yTarget, yAnswer, unit, area, whole, tone)
        : nothing
    }
    ${
      yTarget !== undefined && yAnswer !== undefined && leg > 0
        ? svg`<line class="leg ${tone}" x1=${x} x2=${x} y1=${yAnswer}
          y2=${yAnswer + (yTarget - yAnswer) * leg} />`
        : nothing
    }
    ${
      target === undefined || yTarget === undefined
        ? nothing
        : targetOf(at, target, several, layout, state, dispatch)
    }
    ${
      yAnswer === undefined || !node
        ? nothing
        : svg`<path class="lead" d=${lead(node, x, yAnswer)} pathLength="1" stroke-dasharray="${dot} 1" />
          ${dot >= 1 ? svg`<circle class="answer" cx=${x} cy=${yAnswer} r="6.5" />` : nothing}`
    }
    ${
      !several && target !== undefined && answer === undefined && desk
        ? svg`<text class="tick" x=${x + 16} y=${(top + bottom) / 2 - 4}>${words.range[0]}</text>
          <text class="tick" x=${x + 16} y=${(top + bottom) / 2 + 12}>${words.range[1]}</text>`
        : nothing
    }
    ${several ? laterPart()?.gaugeName(at, layout, state) : nothing}
    ${labels && dot >= 1 && desk ? laterPart()?.missOf(output, labels, layout, state) : nothing}
  </g>`;
}

/** @param {Node} node @param {number} x @param {number} y */
function lead({ x: from, y: fromY, r }, x, y) {
  const start = from + r + 8;
  const bend = (x - start) * 0.5;
  return `M${start} ${fromY}C${start + bend} ${fromY} ${x - bend} ${y} ${x} ${y}`;
}

/**
 * The cost as an area: half the square on the leg, or all of it.
 *
 * @param {OutputGauge['at']} at
 * @param {number} yTarget
 * @param {number} yAnswer
 * @param {number} unit
 * @param {number} strength
 * @param {boolean} whole
 * @param {string} tone
 */
function areaOf(at, yTarget, yAnswer, unit, strength, whole, tone) {
  const { x, top, bottom } = at;
  const height = Math.abs(yAnswer - yTarget);
  const wide = (height / (bottom - top || 1)) * unit;
  const opacity = strength === 1 ? nothing : strength;
  const square = `M${x} ${yTarget}h${wide}V${yAnswer}H${x}z`;
  return svg`<path class="area ${tone}" fill-opacity=${opacity} stroke-opacity=${opacity}
      d=${whole ? square : `M${x} ${yTarget}L${x + wide} ${yAnswer}H${x}z`} />
    <path class="square ${tone}" stroke-opacity=${opacity} d=${square} />`;
}

/**
 * @param {OutputGauge['at']} at
 * @param {number} target
 * @param {boolean} several
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function targetOf(at, target, several, layout, state, dispatch) {
  /** @type {Selection} */
  const selection = { kind: 'target', neuron: at.neuron };
  const on = handlersFor(selection, state, dispatch);
  const desk = layout.form === 'desk';
  const text = formatOf(state.settings).short(target);
  const y = heightOf(at, target);
  const label = targetLabel(at, target, several);
  return svg`<g class="target ${on.classes}" role="button" tabindex="0"
    aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}
    @pointerdown=${on.down} @pointermove=${on.move} @pointerup=${on.up} @pointercancel=${on.up}>
    ${nameForReaders(words.target(symbol(selection), text), { x: at.x, y })}
    <circle class="grip" cx=${at.x} cy=${y} r="13" />
    <path class="diamond" d=${diamond(at.x, y)} />
    <text class="label ink start" x=${label.x} y=${label.y} aria-hidden="true"
      data-quantity="y" data-neuron=${at.neuron}
        data-value=${full(target)}>${desk ? `${words.targetWord} ` : ''}<tspan class="v">y</tspan>${
          several
            ? svg`<tspan class="index" dy="0.25em">${at.neuron + 1}</tspan><tspan dy="-0.17em"> </tspan>`
            : ''
        } = ${text}</text>
  </g>`;
}
