/**
 * One state at rest: every number it has and none that it has not. Pure, and without any notion of time; what
 * happens between two such pictures is `scene.js`'s.
 *
 * @module
 */
import { costMarks } from './picture-cost.js';
import { edgeMarks } from './picture-edges.js';
import { nodeMarks } from './picture-nodes.js';
import { widthScale } from './widths.js';

/** @import { State } from '../engine/protocol.js' */
/** @import { Layout } from './layout.js' */
/** @import { Picture } from './marks.js' */
/** @import { Selection } from './selection.js' */

/** What is pointed at decides which numbers are shown where there is no room for all. @typedef {{ selection?: Selection | undefined, hover?: Selection | undefined }} Pointed */

/**
 * @param {State} state
 * @param {Layout} layout  made for this state's sizes
 * @param {Pointed} [pointed]
 * @returns {Picture}
 */
export function picture(state, layout, pointed = {}) {
  const u = layout.metrics.unit;
  const most = Math.max(...layout.gaps.map((gap) => gap?.edges.length ?? 0));
  const widths = widthScale(state, (most > 40 ? 3.6 : most > 20 ? 5 : 7.5) * u, 1.2 * u);
  /** @type {Picture} */
  const drawn = { edges: [], wires: [], nodes: [], boxes: [], numbers: [], texts: [], pips: [], widths };
  edgeMarks(state, layout, pointed, drawn);
  nodeMarks(state, layout, drawn);
  costMarks(state, layout, drawn);
  return drawn;
}
