/**
 * Where the words and numbers of a gauge stand, so that none lies on another or leaves the picture. It
 * depends on the sample alone, not on the step: nothing moves when the step does.
 *
 * @module
 */
import { BESIDE, heightOf, targetLabel } from './gauge.js';
import { overlap } from './turned-boxes.js';

/** @import { Form, Gauge } from './layout.js' */
/** @import { Box, Point } from './turned-boxes.js' */

/**
 * Where the labels begin, the miss where it ends; `y` is the baseline. The miss has two lines, the cost too.
 * @typedef {{ target: Point, answer: Point, miss: Point, cost: Point }} GaugeLabels
 */

/** Width of a character for a font size of 1. */
const CHARACTER = 0.53;
/** Size of the labels, of the cost where it is new, and of the words below it, in px. */
const LABEL = 13;
const COST = 20;
const NOTE = { width: 106, height: 20 };
/** Px from the area to the cost. */
const AFTER_AREA = 16;
/** From this width of the area in px on, the cost has room in it. */
const ROOMY = 158;
/** Px kept free at the edges of the picture. */
const EDGE = 6;
/** Width of the miss in px, and what it moves aside for the number of a tick. */
const MISS = 50;
const TICK = { width: 30, aside: 22 };

/**
 * The box of a line of text that begins at `x`.
 *
 * @param {Point} at
 * @param {number} characters
 * @param {number} size
 * @returns {Box}
 */
const boxOf = ({ x, y }, characters, size) => ({
  ...{ x, y: y - 0.8 * size },
  ...{ width: characters * size * CHARACTER, height: 1.05 * size },
});

/**
 * Returns where the labels of the only output's gauge stand.
 *
 * @param {Gauge} gauge
 * @param {{ target: number, answer: number, unit: number }} values  `unit` is the width of a leg of 1 in px
 * @param {{ target: number, answer: number, cost: number }} characters  of the labels
 * @param {{ form: Form, width: number, height: number }} picture
 * @returns {GaugeLabels}
 */
export function gaugeLabels(gauge, { target, answer, unit }, characters, { form, width, height }) {
  const { x, top, bottom } = gauge;
  const [yTarget, yAnswer] = [heightOf(gauge, target), heightOf(gauge, answer)];
  // The area is between the target and the answer; labels of the answer stand on its other side.
  const under = yAnswer > yTarget;
  const targetAt = targetLabel(gauge, target, false);
  const targetBox = boxOf(targetAt, characters.target, LABEL);
  /** @param {number} y  a baseline, moved on where the target's label is */
  const clear = (y) => {
    if (Math.abs(y - targetAt.y) >= LABEL + 3) return y;
    return targetAt.y + (under ? 1 : -1) * (LABEL + 3);
  };
  if (form === 'phone') {
    const y = clear(under ? yAnswer + 20 : yAnswer - 10);
    const wide = boxOf({ x, y }, characters.cost, LABEL).width;
    const cost = { x: Math.min(x + BESIDE, width - EDGE - wide), y: Math.min(y, height - EDGE) };
    return { target: targetAt, answer: cost, miss: cost, cost };
  }
  const answerAt = { x: x + BESIDE, y: clear(under ? yAnswer + 17 : yAnswer - 8) };
  const answerBox = boxOf(answerAt, characters.answer, LABEL);
  return {
    target: targetAt,
    answer: answerAt,
    miss: missAt(gauge, yTarget, yAnswer),
    cost: costAt(),
  };

  /** @returns {Point} */
  function costAt() {
    const wide = (Math.abs(yAnswer - yTarget) / (bottom - top || 1)) * unit;
    const middle = (yAnswer + yTarget) / 2 - 2;
    const labels = Math.max(targetBox.x + targetBox.width, answerBox.x + answerBox.width);
    const beside = answerBox.x + answerBox.width + 14;
    const outside = under ? yAnswer + 23 : yAnswer - 28;
    /** @type {Point[]} */
    const places = [
      { x: x + wide + AFTER_AREA, y: middle },
      { x: Math.max(labels + 10, x + wide + AFTER_AREA), y: middle },
      ...(wide >= ROOMY ? [{ x: x + BESIDE, y: under ? yAnswer - 28 : yAnswer + 26 }] : []),
      { x: beside, y: outside },
      { x: x + BESIDE, y: under ? answerAt.y + 25 : answerAt.y - 36 },
      { x: x + BESIDE, y: under ? targetAt.y - 44 : targetAt.y + 26 },
    ];
    const free = places.find((at) => {
      const line = boxOf(at, characters.cost, COST);
      const box = { ...line, width: Math.max(line.width, NOTE.width), height: line.height + NOTE.height };
      return (
        box.x + box.width <= width - EDGE &&
        box.y >= EDGE &&
        box.y + box.height <= height - EDGE &&
        !overlap(box, targetBox) &&
        !overlap(box, answerBox)
      );
    });
    return free ?? { x: x + BESIDE, y: Math.min(height - 28, Math.max(24, middle)) };
  }
}

/**
 * The miss stands left of its leg, clear of the line that comes from the neuron and of the ticks.
 *
 * @param {Gauge} gauge
 * @param {number} yTarget
 * @param {number} yAnswer
 * @returns {Point}
 */
function missAt(gauge, yTarget, yAnswer) {
  const middle = (yTarget + yAnswer) / 2 - 4;
  const y = yAnswer > yTarget ? Math.min(middle, yAnswer - 25) : Math.max(middle, yAnswer + 19);
  const box = { x: gauge.x - BESIDE - MISS, y: y - 12, width: MISS, height: 33 };
  const onTick = [0, 0.5, 1].some((tick) =>
    overlap(box, {
      ...{ x: gauge.x - TICK.width, y: heightOf(gauge, tick) - 6 },
      ...{ width: TICK.width, height: 12 },
    }),
  );
  return { x: gauge.x - BESIDE - (onTick ? TICK.aside : 0), y };
}
