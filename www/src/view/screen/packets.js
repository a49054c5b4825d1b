/**
 * Packets: the products of the step on their way.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { full } from '../../notation/format.js';

/** @import { Packet } from '../../scene/packets.js' */

/** @param {Packet} packet */
const toneOf = ({ tone, value }) => (tone === 'gradient' ? 'g' : '') + (value < 0 ? 'neg' : 'pos');

/** Draws the packets. @param {Packet[]} packets */
export const packetMarks = (packets) =>
  svg`<g class="packets" aria-hidden="true">${packets.map((packet) => {
    const { x, y, r, value, strength } = packet;
    return svg`<circle class="packet ${toneOf(packet)}"
        cx=${x.toFixed(1)} cy=${y.toFixed(1)} r=${r.toFixed(1)} data-packet=${full(value)}
        fill-opacity=${strength === 1 ? nothing : strength} />`;
  })}</g>`;
