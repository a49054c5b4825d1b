/**
 * The samples of a mini-batch on the scale of an output: targets, answers before and after the update, and
 * the mean cost.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, full } from '../../notation/format.js';
import { heightOf } from '../../scene/gauge.js';
import { diamond } from './gauge.js';
import * as words from '../../words/en/stage-later.js';

/** @import { GaugePicture, OutputGauge } from '../../scene/gauge.js' */
/** @import { Layout } from '../../scene/layout.js' */
/** @import { PageState } from '../../state/state.js' */

/** Half the px between the mark and the words of the legend on a phone. */
const LEGEND = 4;

/**
 * Draws every sample of the mini-batch on the scale.
 *
 * @param {OutputGauge} output
 * @param {Layout} layout
 */
export function samplesOf({ at, samples }, layout) {
  const { x, top, bottom } = at;
  const several = layout.gauges.length > 1;
  const desk = layout.form === 'desk';
  const from = x + (desk ? 20 : 0);
  const wide = layout.width - from - (desk ? 66 : 8);
  const step = wide / Math.max(1, samples.length);
  const last = at.neuron + 1 === layout.gauges.length;
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
        ${last ? svg`<text class="tick middle" x=${cx} y=${bottom + 20}>${row + 1}</text>` : nothing}
      </g>`;
    })}
    ${
      last && desk && !several
        ? svg`<text class="tick middle" x=${from + wide / 2} y=${bottom + 35}>${
            samples.length === 1 ? words.sample : words.samples
          }</text>`
        : nothing
    }
    ${at.neuron === 0 && !desk ? legend(from, top - 34, samples) : nothing}
  </g>`;
}

/**
 * What the circles are, where no line above the picture says it.
 *
 * @param {number} x
 * @param {number} y
 * @param {OutputGauge['samples']} samples
 */
function legend(x, y, samples) {
  const after = samples.some((sample) => sample.after !== undefined);
  return svg`<circle class="before" cx=${x + LEGEND} cy=${y - LEGEND} r="4.5" />
    <text class="tick" x=${x + 3 * LEGEND} y=${y}>${words.before}</text>
    ${
      after
        ? svg`<circle class="answer" cx=${x + LEGEND} cy=${y + 17 - LEGEND} r="5" />
          <text class="tick" x=${x + 3 * LEGEND} y=${y + 17}>${words.after}</text>`
        : nothing
    }`;
}

/**
 * Draws the mean cost of the mini-batch, before and after the update.
 *
 * @param {NonNullable<GaugePicture['mean']>} mean
 * @param {OutputGauge} first
 * @param {number} bottom  of the last scale
 * @param {Layout} layout
 * @param {PageState} state
 */
export function meanCost({ old, now }, first, bottom, layout, state) {
  if (old === undefined) return nothing;
  const short = formatOf(state.settings).short;
  const values = `${short(old)}${now === undefined ? '' : ` → ${short(now)}`}`;
  const name = words.mean(svg`<tspan class="v">C</tspan>`);
  if (layout.form === 'phone') {
    // On a phone the name has a line of its own.
    const [x, y] = [layout.width - 6, Math.min(layout.height - 22, bottom + 38)];
    return svg`<text class="label ink end" x=${x} y=${y}>${name}</text>
      <text class="label ink end mean-cost" x=${x} y=${y + 16} data-quantity="miniBatchCost"
        data-value=${full(old)}>${values}</text>`;
  }
  const several = layout.gauges.length > 1;
  const x = first.at.lying
    ? first.at.x + first.at.wide / 2
    : layout.gaugeArea.x + layout.gaugeArea.width / 2 - 10;
  const y = Math.min(layout.height - 8, bottom + (several ? 41 : 57));
  return svg`<text class="label ink middle mean-cost" x=${x} y=${y}
    data-quantity="miniBatchCost" data-value=${full(old)}>${name} ${values}</text>`;
}
