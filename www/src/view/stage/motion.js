/**
 * What travels along the edges.
 *
 * @module
 */
import { html, svg } from '../../../vendor/lit-html/lit-html.js';

/** @import { Layout } from '../../scene/layout.js' */
/** @import { Scene } from '../../scene/scene.js' */
/** @import { Ui } from '../../state/ui.js' */

/**
 * What travels, on a sheet of its own: the picture below is not painted again while only packets move.
 *
 * @param {Scene} scene
 * @param {Layout} layout
 * @param {Ui['room']} room
 */
export const motion = ({ packets }, { width, height }, room) =>
  html`<svg
    class="motion"
    width=${room.width}
    height=${room.height}
    viewBox="0 0 ${width} ${height}"
    aria-hidden="true"
  >
    ${[...grouped(packets)].map(
      ([kind, { opacity, d }]) =>
        svg`<path class="packet ${kind}" fill-opacity=${opacity} stroke-opacity=${opacity}
          d=${d.join('')} />`,
    )}
  </svg>`;

/**
 * Collects the packets of each kind into one path, because the browser's work grows with the number of
 * elements that change. All packets of a kind have the same opacity.
 *
 * @param {Scene['packets']} packets
 */
function grouped(packets) {
  /** @type {Map<string, { opacity: number, d: string[] }>} */
  const groups = new Map();
  for (const { x, y, radius: r, scale, value, opacity } of packets) {
    const kind = `${scale} ${value < 0 ? 'negative' : 'positive'}`;
    let group = groups.get(kind);
    if (!group) groups.set(kind, (group = { opacity, d: [] }));
    group.d.push(circle(x, y, r));
  }
  return groups;
}

/**
 * A circle as a part of a path, to a hundredth of a pixel.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function circle(x, y, radius) {
  const r = radius.toFixed(2);
  const across = (2 * radius).toFixed(2);
  const start = `M${(x - radius).toFixed(2)} ${y.toFixed(2)}`;
  return `${start}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 -${across} 0z`;
}
