import { html, nothing, type TemplateResult } from 'lit';
import { shownGroups, type BoardState } from './board-state.js';
import type { BoardCard } from './board-messages.js';

export interface ListActions {
  readonly select: (card: string) => void;
}

/** The cards by group: a list box in which the arrow keys move, and a box to tick each for a what-if. */
export function boardList(state: BoardState, labels: Readonly<Record<string, string>>, actions: ListActions): TemplateResult {
  const groups = shownGroups(state);
  if (groups.length === 0) return html`<p class="empty">${labels[state.filter === '' ? 'no-cards' : 'no-matches']}</p>`;
  return html`<div
    id="cards"
    role="listbox"
    tabindex="0"
    aria-label=${labels['cards'] ?? ''}
    aria-activedescendant=${state.selected === null ? nothing : `card-${state.selected}`}
  >
    ${groups.map(
      ({ id, label, cards }) =>
        html`<div role="group" aria-labelledby="group-${id}">
          <h2 id="group-${id}">${label} <span class="count">${cards.length}</span></h2>
          ${cards.map((card) => listCard(state, card, actions))}
        </div>`,
    )}
  </div>`;
}

function listCard(state: BoardState, card: BoardCard, actions: ListActions): TemplateResult {
  const isSelected = card.id === state.selected;
  const isTicked = state.ticked.has(card.id);
  return html`<div
    id="card-${card.id}"
    class="card"
    role="option"
    aria-selected=${isSelected ? 'true' : 'false'}
    @click=${() => {
      actions.select(card.id);
    }}
  >
    <span class="tick" aria-hidden="true">${isTicked ? '✓' : ''}</span>
    <span class="title">${card.title}</span>
    <span class="summary">${card.summary}</span>
  </div>`;
}
