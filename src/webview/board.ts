import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, nothing, render, type TemplateResult } from 'lit';
import { boardDetail } from './board-detail.js';
import { boardList } from './board-list.js';
import { readToBoard, type BoardView, type FromBoard } from './board-messages.js';
import {
  draftOf,
  emptyState,
  nextDraft,
  nextFilter,
  nextSelection,
  nextTick,
  nextView,
  obstacles,
  selectedCard,
  withoutDraft,
  type BoardState,
} from './board-state.js';

declare function acquireVsCodeApi(): { postMessage(message: FromBoard): void };

const host = acquireVsCodeApi();
let state: BoardState = emptyState;

function show(next: BoardState): void {
  state = next;
  if (state.view) render(board(state.view), document.body);
}

function board(view: BoardView): TemplateResult {
  const { labels } = view;
  const card = selectedCard(state);
  return html`${boardHeader(view)}
    <p class="told ${state.told?.isProblem === true ? 'problem' : ''}" role="status">${state.told?.text ?? ''}</p>
    ${state.whatIf === '' ? nothing : html`<p class="what-if" role="status">${state.whatIf}</p>`}
    <main>
      <nav>
        ${boardList(state, labels, {
          select: (id) => {
            show({ ...state, selected: id, told: null });
          },
        })}
        <footer>
          <details>
            <summary>${labels['rests-on']}</summary>
            ${view.notices.map((notice) => html`<p>${notice}</p>`)}
          </details>
          <p>${labels['keys']}</p>
        </footer>
      </nav>
      ${card ? boardDetail(view, card, draftOf(state, card), detailActions(card.id)) : nothing}
    </main>`;
}

function boardHeader({ headline, labels }: BoardView): TemplateResult {
  return html`<header>
    <p class="headline">${headline}</p>
    <vscode-textfield
      id="filter"
      type="search"
      label=${labels['filter'] ?? ''}
      placeholder=${labels['filter'] ?? ''}
      .value=${state.filter}
      @input=${(event: Event) => {
        const value: unknown = event.currentTarget && Reflect.get(event.currentTarget, 'value');
        show(nextFilter(state, typeof value === 'string' ? value : ''));
      }}
    ></vscode-textfield>
    <vscode-button secondary ?disabled=${state.ticked.size === 0} @click=${askWhatIf}>${labels['what-if']}</vscode-button>
    <vscode-button
      secondary
      @click=${() => {
        host.postMessage({ type: 'export' });
      }}
      >${labels['export']}</vscode-button
    >
  </header>`;
}

function detailActions(id: string): Parameters<typeof boardDetail>[3] {
  return {
    openPlace: (place) => {
      host.postMessage({ type: 'open-place', card: id, place });
    },
    openRequest: (request) => {
      host.postMessage({ type: 'open-request', card: id, request });
    },
    change: (change) => {
      const card = selectedCard(state);
      if (card) show(nextDraft(state, card, change));
    },
    keep: keepDecision,
    createItem: () => {
      host.postMessage({ type: 'create-item', card: id });
    },
  };
}

function keepDecision(): void {
  const card = selectedCard(state);
  if (!card) return;
  const decision = draftOf(state, card);
  if (obstacles(decision).length === 0) host.postMessage({ type: 'decide', card: card.id, decision });
}

function askWhatIf(): void {
  host.postMessage({ type: 'what-if', cards: [...state.ticked] });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(input|textarea|vscode-textfield|vscode-textarea)$/i.test(target.tagName);
}

/** Keys of the board itself; while somebody types, only the one that keeps the decision. */
function onKey(event: KeyboardEvent): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keepDecision();
  else if (isTyping(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
  else if (!perform(event.key, isOnList(event.target))) return;
  event.preventDefault();
}

/** Links, buttons and figures that open have their own Enter and space. */
function isOnList(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof HTMLElement && target.id === 'cards');
}

function perform(key: string, onList: boolean): boolean {
  const card = selectedCard(state);
  const option = state.view?.options[Number(key) - 1];
  if (key === 'ArrowDown' || key === 'j') select(1);
  else if (key === 'ArrowUp' || key === 'k') select(-1);
  else if (key === '/') document.getElementById('filter')?.focus();
  else if (card && option) show(nextDraft(state, card, { option: option.id }));
  else if (card && onList && key === 'Enter') document.getElementById('owner')?.focus();
  else if (card && onList && key === ' ') show(nextTick(state, card.id));
  else if (key === 'e') host.postMessage({ type: 'export' });
  else return false;
  return true;
}

function select(steps: number): void {
  show(nextSelection(state, steps));
  if (state.selected !== null) document.getElementById(`card-${state.selected}`)?.scrollIntoView({ block: 'nearest' });
}

window.addEventListener('keydown', onKey);
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readToBoard(data);
  if (message?.type === 'view') show(nextView(state, message.view));
  else if (message?.type === 'what-if') show({ ...state, whatIf: message.text });
  else if (message?.type === 'told') {
    const kept = message.isProblem || state.selected === null ? state : withoutDraft(state, state.selected);
    show({ ...kept, told: { text: message.text, isProblem: message.isProblem } });
  }
});
host.postMessage({ type: 'ready' });
