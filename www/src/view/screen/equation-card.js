/**
 * The equation of the step: a card under the column it computes, each number under its symbol.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { writtenIn } from '../../notation/closing.js';
import { formatOf, full } from '../../notation/format.js';
import { parameterIn } from '../../notation/selection.js';
import { laterPart } from '../registry.js';
import { formula, formulaLine } from '../parts/math.js';
import * as words from '../../words/en/stage.js';

/** @import { Column, Equation, Factor } from '../../formula/columns.js' */
/** @import { Layout } from '../../scene/layout.js' */
/** @import { Lighting } from '../parts/math.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** @param {Factor} factor */
function toneOf({ tone, value }) {
  if (tone === 'ink') return 'ink';
  if (tone === 'step') return 'gold';
  if (tone === 'gradient') return value < 0 ? 'gneg' : 'gpos';
  return value < 0 ? 'neg' : 'pos';
}

/** @param {Factor} factor @param {Pick<Equation, 'digits' | 'finer'>} equation @param {PageState} state */
function textOf({ value, precision, signed }, { digits, finer }, { settings: { comma } }) {
  const text = writtenIn(value, precision, { style: { digits, comma }, finer: { digits: finer, comma } });
  return signed && value > 0 ? `+${text}` : text;
}

/**
 * Numbers of a column; a product has its factors beside one another, a negative second one in brackets.
 *
 * @param {Column} column
 * @param {Equation} equation
 * @param {PageState} state
 */
function numbersOf({ factors, role, term }, equation, state) {
  return factors.map((factor, at) => {
    const text = textOf(factor, equation, state);
    const inside =
      role !== 'result' && text.startsWith('−') && (at > 0 || term === 'delta' || term === 'mean');
    return html`${at > 0 ? html`<span class="op"> · </span>` : nothing}<span
        class="n ${toneOf(factor)}"
        data-value=${full(factor.value)}
        >${inside ? `(${text})` : text}</span
      >`;
  });
}

/**
 * Draws a column of the card.
 *
 * @param {Column} column
 * @param {Equation} equation
 * @param {number} part  the part of the step in detail that is there
 * @param {boolean} inDetail
 * @param {Lighting} lighting
 * @param {PageState} state
 */
function columnOf(column, equation, part, inDetail, lighting, state) {
  const { role, symbols, word, below } = column;
  const isThere = !inDetail || column.part <= part;
  const isNow = inDetail && column.part === part && role !== 'op' && role !== 'result';
  const tones = column.factors.map(toneOf);
  const [first = 'ink'] = tones;
  // Each symbol has the colour of its number; an activation beside a weight has that of the weight.
  const each = symbols.length === tones.length && tones.length > 1;
  const drawn = each
    ? symbols.map(
        (symbol, at) =>
          html`<span class=${tones[at] === 'ink' ? first : tones[at]}>${formula([symbol], lighting)}</span>`,
      )
    : symbols.length > 0
      ? formula(symbols, lighting)
      : nothing;
  if (role === 'op') {
    const equal = below === '=' && !equation.closes ? '≈' : below;
    return html`<span class="col op" aria-hidden="true"
      ><span class="s">${symbols.length > 0 ? formula(symbols, lighting) : below}</span
      ><span class="n op">${equal}</span></span
    >`;
  }
  return html`<span class="col ${role} ${isNow ? 'now' : ''}">
    <span class="s ${first}">${word ? html`<span class="word">${word}</span>` : nothing}${drawn}</span>
    <span class="numbers"
      >${isThere ? numbersOf(column, equation, state) : html`<span class="blank"></span>`}</span
    >
  </span>`;
}

/** Reads the equation aloud. @param {Equation} equation @param {PageState} state */
const spoken = (equation, state) =>
  equation.columns
    .map(({ role, factors, below }) =>
      role === 'op'
        ? below === '=' && !equation.closes
          ? '≈'
          : below
        : factors.map((factor) => textOf(factor, equation, state)).join(' · '),
    )
    .join(' ');

/**
 * Where the card stands: the middle of the column it computes, in px. On a phone it is that of the screen.
 *
 * @param {Equation} equation
 * @param {Layout} layout
 */
function middleOf({ under }, layout) {
  if (layout.form === 'phone') return (layout.width / 2) * layout.scale;
  if (under === 'gauge') return (layout.gaugeArea.x + layout.gaugeArea.width / 2) * layout.scale;
  return (layout.columns[under - 1]?.x ?? layout.width / 2) * layout.scale;
}

/** Px kept free between the card and the edges of the stage, on a phone and elsewhere. */
const MARGINS = { phone: 8, desk: 16 };
/** A card that is too wide is drawn smaller, down to this; beyond that it is moved sideways. */
const SMALLEST = 0.72;

/** The middle of the column that each card computes, in px. @type {WeakMap<Element, number>} */
const middles = new WeakMap();

/**
 * Puts a card under its column, and not beyond the edges of the stage, whenever its width has changed. Only
 * its place and its scale are set, which change no box.
 */
const placing = new ResizeObserver((entries) => {
  for (const { target: card } of entries) {
    if (!(card instanceof HTMLElement) || !card.parentElement) continue;
    const room = card.parentElement.clientWidth;
    const margin = room < 620 ? MARGINS.phone : MARGINS.desk;
    const fit = Math.max(SMALLEST, Math.min(1, (room - 2 * margin) / card.offsetWidth));
    const own = fit * card.offsetWidth;
    const left = Math.max(margin, Math.min((middles.get(card) ?? 0) - own / 2, room - own - margin));
    card.style.setProperty('left', `${Math.round(left)}px`);
    card.style.setProperty('scale', String(fit));
    card.parentElement.toggleAttribute('data-wide', own > room);
  }
});

/**
 * Has a card placed before it is next painted: its content and its fonts decide how wide it is.
 *
 * @param {Element | undefined} card
 * @param {number} middle
 */
function place(card, middle) {
  if (!card) return;
  middles.set(card, middle);
  placing.unobserve(card);
  placing.observe(card);
}

/**
 * Draws the card.
 *
 * @param {Equation | undefined} equation
 * @param {{ part: number, inDetail: boolean }} progress
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function equationCard(equation, { part, inDetail }, layout, state, dispatch) {
  if (!equation) return html`<div class="equation" data-part="equation"></div>`;
  const lighting = {
    lit: state.focus.hover ?? state.focus.selection,
    format: formatOf(state.settings),
    dispatch,
  };
  const { about } = equation;
  // On a phone there is no room to tell it as an area as well.
  const columns = equation.columns.filter(({ term }) => term !== 'area' || layout.form !== 'phone');
  const shape = about?.kind === 'neuron' ? 'ring' : 'bar';
  const label =
    inDetail && equation.parts > 1
      ? words.part(part + 1, html`<em>${words.of(equation.parts)}</em>`)
      : about && html`${words.kinds[about.kind]} ${about.number}<em>${words.of(about.of)}</em>`;
  const kind = state.view?.after.step.kind ?? '';
  return html`<div class="equation" data-part="equation">
    <div class="equation-card" data-for=${kind} ${ref((card) => place(card, middleOf(equation, layout)))}>
      ${
        about && about.of > 1
          ? html`<span class="about ${about.kind}"><span class=${shape}></span><span>${label}</span></span>`
          : nothing
      }
      <span class="columns" role="math" aria-label=${spoken(equation, state)}>
        ${columns.map((column) => columnOf(column, equation, part, inDetail, lighting, state))}
      </span>
      ${
        equation.folded > 0 || state.panels.unfolded
          ? html`<button
              type="button"
              class="link"
              @click=${() => dispatch({ type: 'unfold', all: !state.panels.unfolded })}
            >
              ${state.panels.unfolded ? words.fold : words.unfold(equation.folded)}
            </button>`
          : nothing
      }
      ${more(state, lighting)}
    </div>
  </div>`;
}

/**
 * Further forms: the whole layer as matrices, the chain rule behind a gradient.
 *
 * @param {PageState} state
 * @param {Lighting} lighting
 */
function more(state, lighting) {
  const after = state.view?.after;
  const later = laterPart();
  if (!after || !later) return nothing;
  const matrix = later.matrixOf(after);
  const chain =
    after.step.kind === 'nabla'
      ? later.chainOf(
          after,
          parameterIn(state.focus.selection, after.step.layer, after.sizes.length),
          state.panels.unfolded,
        )
      : undefined;
  if (!matrix && !chain) return nothing;
  return html`<button type="button" class="icon" popovertarget="equation-more" aria-label=${words.otherForms}>
      ⋯
    </button>
    <div id="equation-more" popover class="menu wide">
      ${
        matrix
          ? html`<h3>${words.matrix}</h3>
              ${formulaLine(matrix.pieces, lighting)}
              <p class="muted">${matrix.shapes}</p>`
          : nothing
      }
      ${
        chain
          ? html`<h3>${words.chain}</h3>
              ${formulaLine(chain.symbols, lighting)}
              ${formulaLine(later.closingFormula(chain.numbers, state.settings), lighting)}
              <p class="muted">${words.chainWhere}</p>
              ${formulaLine(later.closingFormula(chain.error, state.settings), lighting)}`
          : nothing
      }
    </div>`;
}
