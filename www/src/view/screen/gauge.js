/**
 * Where outputs meet their targets: the scale, the miss, the cost as an area, and the samples of a
 * mini-batch.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, full } from '../../notation/format.js';
import { alongOf, heightOf, widthOfOne } from '../../scene/gauge.js';
import { handlersFor } from '../stage/handlers.js';
import { nameForReaders } from './number.js';

/** @import { OutputGauge } from '../../scene/gauge.js' */
/** @import { Layout, Node } from '../../scene/net-layout.js' */
/** @import { Picture } from '../../scene/picture.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

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
  return svg`<g class="gauges ${gauge.lit ? 'lit' : ''} shows-${gauge.shows}">
    ${gauge.outputs.map((output, at) =>
      output.at.lying
        ? lying(output, nodes[at], layout, state, dispatch)
        : gauge.shows === 'samples'
          ? samplesOf(output, layout)
          : standing(output, nodes[at], unit, layout, state, dispatch),
    )}
    ${costOf(gauge, unit, layout, state, dispatch)}
  </g>`;
}

/** @param {number} x @param {number} y */
const diamond = (x, y) => `M${x} ${y - 7}l7 7l-7 7l-7 -7z`;

/**
 * @param {OutputGauge} output
 * @param {Node | undefined} node
 * @param {number} unit
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function standing(output, node, unit, layout, state, dispatch) {
  const { at, target, answer, miss, dot, leg, area, whole } = output;
  const { x, top, bottom } = at;
  const short = formatOf(state.settings).short;
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
        : targetOf(at, target, yTarget, several, layout, state, dispatch)
    }
    ${
      yAnswer === undefined || !node
        ? nothing
        : svg`<path class="lead" d=${lead(node, x, yAnswer)} pathLength="1" stroke-dasharray="${dot} 1" />
          ${dot >= 1 ? svg`<circle class="answer" cx=${x} cy=${yAnswer} r="6.5" />` : nothing}`
    }
    ${
      !several && target !== undefined && answer === undefined && desk
        ? svg`<text class="tick" x=${x + 16} y=${(top + bottom) / 2 - 4}>the output can be</text>
          <text class="tick" x=${x + 16} y=${(top + bottom) / 2 + 12}>anything from 0 to 1</text>`
        : nothing
    }
    ${
      answer !== undefined && miss !== undefined && dot >= 1 && desk && !several
        ? missOf(output, yTarget ?? 0, yAnswer ?? 0, short, layout, state)
        : nothing
    }
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
 * @param {number} y
 * @param {boolean} several
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function targetOf(at, target, y, several, layout, state, dispatch) {
  /** @type {Selection} */
  const selection = { kind: 'target', neuron: at.neuron };
  const on = handlersFor(selection, state, dispatch);
  const desk = layout.form === 'desk';
  const text = formatOf(state.settings).short(target);
  const low = target < 0.5;
  return svg`<g class="target ${on.classes}" role="button" tabindex="0"
    aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}
    @pointerdown=${on.down} @pointermove=${on.move} @pointerup=${on.up} @pointercancel=${on.up}>
    ${nameForReaders(`target y${at.neuron + 1}: ${text}`, { x: at.x, y })}
    <circle class="grip" cx=${at.x} cy=${y} r="13" />
    <path class="diamond" d=${diamond(at.x, y)} />
    <text class="label ink start" x=${at.x + 13} y=${y + (low ? 19 : -9)} aria-hidden="true"
      data-quantity="y" data-neuron=${at.neuron}
        data-value=${full(target)}>${desk ? 'target ' : ''}<tspan class="v">y</tspan>${
          several
            ? svg`<tspan class="index" dy="0.25em">${at.neuron + 1}</tspan><tspan dy="-0.17em"> </tspan>`
            : ''
        } = ${text}</text>
  </g>`;
}

/**
 * @param {OutputGauge} output
 * @param {number} yTarget
 * @param {number} yAnswer
 * @param {(value: number) => string} short
 * @param {Layout} layout
 * @param {PageState} state
 */
function missOf({ at, answer, miss }, yTarget, yAnswer, short, layout, state) {
  const after = state.view?.after;
  const L = layout.columns.length;
  if (after?.step.kind !== 'cost' || miss === undefined) return nothing;
  const tone = miss < 0 ? 'gneg' : 'gpos';
  const middle = (yTarget + yAnswer) / 2;
  return svg`
    <text class="label end ${tone}" x=${at.x - 12}
      y=${middle - 2}><tspan class="v">a</tspan><tspan class="index"
        dy="-0.5em">${L}</tspan><tspan dy="0.35em"> − </tspan><tspan class="v">y</tspan></text>
    <text class="label start pos" x=${at.x + 12}
      y=${yAnswer + 17}><tspan class="v">a</tspan><tspan class="index"
        dy="-0.5em">${L}</tspan><tspan dy="0.35em"> ${short(Number(answer))}</tspan></text>`;
}

/**
 * @param {Picture['gauge']} gauge
 * @param {number} unit
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function costOf({ cost, mean, outputs }, unit, layout, state, dispatch) {
  const first = outputs[0];
  if (!first) return nothing;
  const short = formatOf(state.settings).short;
  const several = outputs.length > 1;
  const bottom = Math.max(...outputs.map(({ at }) => at.bottom));
  const isNew = state.view?.after.step.kind === 'cost';
  if (mean?.old !== undefined) {
    const x = first.at.lying
      ? first.at.x + first.at.wide / 2
      : layout.gaugeArea.x + layout.gaugeArea.width / 2 - 10;
    return svg`<text class="label ink middle mean-cost" x=${x} y=${Math.min(layout.height - 8, bottom + 44)}
      data-quantity="miniBatchCost"
        data-value=${full(mean.old)}>mean <tspan class="v">C</tspan> ${short(mean.old)}${
          mean.now === undefined ? '' : ` → ${short(mean.now)}`
        }</text>`;
  }
  if (!cost) return nothing;
  /** @type {Selection} */
  const selection = { kind: 'cost' };
  const on = handlersFor(selection, state, dispatch);
  const { at, answer = 0, target = 0 } = first;
  const single = !several && !at.lying;
  const wide = single
    ? (Math.abs(heightOf(at, answer) - heightOf(at, target)) / (at.bottom - at.top || 1)) * unit
    : 0;
  const desk = layout.form === 'desk';
  // On a phone there is no room beside the area: C stands below the answer.
  const lower = Math.max(heightOf(at, answer), heightOf(at, target));
  const x = single ? at.x + (desk ? wide + 16 : 12) : at.x;
  const y = single
    ? desk
      ? (heightOf(at, answer) + heightOf(at, target)) / 2 + 6
      : Math.min(lower + 20, layout.height - 8)
    : Math.min(layout.height - 8, bottom + 40);
  return svg`<g class="cost ${isNew ? 'fresh' : ''} ${on.classes}" role="button" tabindex="0"
    aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}>
    ${nameForReaders(`cost C: ${short(cost.value)}`, { x, y })}
    <text class="cost-text" aria-hidden="true" x=${x} y=${y}
      fill-opacity=${cost.strength === 1 ? nothing : cost.strength}
      data-quantity="cost"
        data-value=${full(cost.value)}><tspan class="v">C</tspan>${desk ? ' = ' : ' '}${short(cost.value)}
    </text>
    ${
      isNew && single && layout.form === 'desk'
        ? svg`<text class="tick" aria-hidden="true" x=${x}
          y=${y + 18}>${first.whole ? 'the area of this square' : 'half of this square'}</text>`
        : nothing
    }
  </g>`;
}

/**
 * Every sample of the mini-batch on the scale: its target, the answer before, the answer after the update.
 *
 * @param {OutputGauge} output
 * @param {Layout} layout
 */
function samplesOf({ at, samples }, layout) {
  const { x, top, bottom } = at;
  const several = layout.gauges.length > 1;
  const desk = layout.form === 'desk';
  const from = x + (desk ? -10 : 0);
  const wide = layout.width - from - (desk ? 66 : 8);
  const step = wide / Math.max(1, samples.length);
  return svg`<g class="gauge samples">
    <line class="axis" x1=${from} x2=${from} y1=${top} y2=${bottom} />
    ${[0, 0.5, 1].map(
      (tick) =>
        svg`<line class="grid" x1=${from} x2=${from + wide} y1=${heightOf(at, tick)}
          y2=${heightOf(at, tick)} />
        ${
          several && tick === 0.5
            ? nothing
            : svg`<text class="tick end" x=${from - 6} y=${heightOf(at, tick) + 4}>${tick}</text>`
        }`,
    )}
    ${samples.map(({ target, before, after }, row) => {
      const cx = from + step * (row + 0.5);
      const yTarget = heightOf(at, target);
      const yBefore = before === undefined ? undefined : heightOf(at, before);
      const yAfter = after === undefined ? undefined : heightOf(at, after);
      return svg`<g>
        ${
          yBefore === undefined
            ? nothing
            : svg`<line class="drop" x1=${cx} x2=${cx} y1=${yTarget} y2=${yBefore} />`
        }
        ${
          yBefore !== undefined && yAfter !== undefined
            ? svg`<line class="moved" x1=${cx} x2=${cx} y1=${yBefore} y2=${yAfter} />`
            : nothing
        }
        ${yBefore === undefined ? nothing : svg`<circle class="before" cx=${cx} cy=${yBefore} r="5" />`}
        ${yAfter === undefined ? nothing : svg`<circle class="answer" cx=${cx} cy=${yAfter} r="5.5" />`}
        <path class="diamond" d=${diamond(cx, yTarget)} />
        ${
          several && at.neuron + 1 < layout.gauges.length
            ? nothing
            : svg`<text class="tick middle" x=${cx} y=${bottom + 20}>${row + 1}</text>`
        }
      </g>`;
    })}
  </g>`;
}

/**
 * An output of many: its scale lies beside it.
 *
 * @param {OutputGauge} output
 * @param {Node | undefined} node
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function lying({ at, target, answer, miss, leg }, node, layout, state, dispatch) {
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
          aria-label="target y${at.neuron + 1}: ${formatOf(state.settings).short(target)}"
          aria-pressed=${on.chosen ? 'true' : 'false'} @click=${on.click} @keydown=${on.key}
          @pointerenter=${on.enter} @pointerleave=${on.leave}>
          <circle class="grip" cx=${alongOf(at, target)} cy=${y} r="11" />
          <path class="diamond ${target === 0 ? 'small' : ''}" d=${diamond(alongOf(at, target), y)} />
        </g>`
    }
    ${answer === undefined ? nothing : svg`<circle class="answer" cx=${alongOf(at, answer)} cy=${y} r="5" />`}
  </g>`;
}
