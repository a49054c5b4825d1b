/**
 * Snapshots of a few pictures as SVG, reviewed as diffs. Their size is fixed, so that fonts and scroll bars
 * cannot move them.
 */
import { expect, open, test } from './page.js';

/** @import { Position } from '../../www/src/protocol/position.js' */

/**
 * The pictures: name, sizes if they are not 3-2-1, position, t, and whether in detail.
 *
 * @type {[name: string, sizes: number[] | undefined, position: Position, t: number, inDetail: boolean][]}
 */
const MOMENTS = [
  ['start', undefined, { epoch: 0, miniBatch: 0, sample: 0, step: 0 }, 1, false],
  ['forward', undefined, { epoch: 0, miniBatch: 0, sample: 0, step: 1 }, 0.4, false],
  ['cost', undefined, { epoch: 0, miniBatch: 0, sample: 0, step: 5 }, 1, false],
  ['output-delta', undefined, { epoch: 0, miniBatch: 0, sample: 0, step: 6 }, 0.5, false],
  ['hidden-delta', undefined, { epoch: 0, miniBatch: 0, sample: 0, step: 8 }, 0.4, false],
  ['hidden-delta-in-detail', undefined, { epoch: 0, miniBatch: 0, sample: 0, step: 8 }, 0.3, true],
  ['sums', undefined, { epoch: 0, miniBatch: 0, sample: 1, step: 10 }, 1, false],
  ['update', undefined, { epoch: 0, miniBatch: 0, sample: 4, step: 2 }, 0.6, false],
  ['after', undefined, { epoch: 0, miniBatch: 0, sample: 4, step: 2 }, 1, false],
  ['1-1', [1, 1], { epoch: 0, miniBatch: 0, sample: 0, step: 2 }, 1, false],
  ['2-8-8-8-2', [2, 8, 8, 8, 2], { epoch: 0, miniBatch: 0, sample: 0, step: 9 }, 0.5, false],
];

for (const [name, sizes, position, t, inDetail] of MOMENTS) {
  test(`the picture of ${name} is unchanged`, async ({ page }) => {
    await open(page);
    const svg = await page.evaluate(
      async ({ sizes, position, t, inDetail }) => {
        const at = (/** @type {string} */ path) => new URL(path, location.href).href;
        const core = await import(at('pkg/backstep.js'));
        const { stage } = await import(at('src/view/screen/stage.js'));
        const { INITIAL } = await import(at('src/state/state.js'));
        const { update } = await import(at('src/state/update.js'));
        const { render } = await import(at('vendor/lit-html/lit-html.js'));
        const { addLater } = await import(at('src/view/registry.js'));
        addLater((await import(at('src/view/screen/later.js'))).later);
        await core.default({ module_or_path: at('pkg/backstep_bg.wasm') });
        const session = core.Session.open('majority');
        if (sizes) {
          const keptLayers = sizes.map((_, l) => (l === 0 ? 0 : l === sizes.length - 1 ? 2 : -1));
          session.edit(
            { epoch: 0, miniBatch: 0, sample: 0, step: 0 },
            { kind: 'sizes', sizes, keptLayers },
            false,
          );
        }
        const earlier = session.neighbour(position, 'step', -1);
        const after = session.stateAt(position);
        const before = earlier ? session.stateAt(earlier) : after;
        const curve = core.sigmoidCurve(6, 49);
        const view = { after, before, timeline: session.timeline(), curve, data: {} };
        const ui = { ...INITIAL.ui, room: { width: 1080, height: 518 } };
        let state = { ...INITIAL, ui, playback: { ...INITIAL.playback, waiting: 'cut' } };
        const command = { request: { kind: 'show' } };
        state = update(state, { type: 'answer', command, answer: { kind: 'view', view } }).state;
        state = { ...state, playback: { ...state.playback, t, pace: inDetail ? 'detail' : 'step' } };
        const scratch = document.createElement('div');
        render(stage(state, () => {}).picture, scratch);
        // Comments that lit-html inserts are not part of the picture.
        const comments = document.createTreeWalker(scratch, NodeFilter.SHOW_COMMENT);
        const all = [];
        while (comments.nextNode()) all.push(comments.currentNode);
        all.forEach((comment) => comment.parentNode?.removeChild(comment));
        const serializer = new XMLSerializer();
        return [...scratch.querySelectorAll('svg.network')]
          .map((drawing) => serializer.serializeToString(drawing))
          .join('')
          .replace(/\s+/g, ' ')
          .replace(/> ?</g, '>\n<');
      },
      { sizes, position, t, inDetail },
    );
    expect(`${svg}\n`).toMatchSnapshot(`${name}.svg`);
  });
}
