import type { BoardCard, BoardDecision, BoardGroup, BoardView } from './board-messages.js';

/** What the board shows now. Changed by `next…` functions only, which give a new one. */
export interface BoardState {
  readonly view: BoardView | null;
  /** Id of the card in the pane; null where there is none. */
  readonly selected: string | null;
  readonly filter: string;
  /** What was typed into cards and not yet kept, by card. */
  readonly drafts: ReadonlyMap<string, BoardDecision>;
  /** Cards ticked for a what-if. */
  readonly ticked: ReadonlySet<string>;
  readonly told: { readonly text: string; readonly isProblem: boolean } | null;
  /** The answer to the last what-if; empty where none was asked. */
  readonly whatIf: string;
}

const undecided: BoardDecision = {
  option: null,
  owner: '',
  reviewOn: '',
  note: '',
  expectedCustomers: '',
  isContractChecked: false,
  isUsageChecked: false,
  noticeDate: '',
};

export const emptyState: BoardState = {
  view: null,
  selected: null,
  filter: '',
  drafts: new Map(),
  ticked: new Set(),
  told: null,
  whatIf: '',
};

export interface CardGroup {
  readonly id: BoardGroup;
  readonly label: string;
  readonly cards: readonly BoardCard[];
}

/** Groups in the order of the board with the cards that the filter leaves; empty groups are left out. */
export function shownGroups({ view, filter }: BoardState): readonly CardGroup[] {
  if (!view) return [];
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ title, summary, requests }: BoardCard): boolean => {
    const text = [title, summary, ...requests.map(({ label }) => label)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return view.groups
    .map(({ id, label }) => ({ id, label, cards: view.cards.filter((card) => card.group === id && matches(card)) }))
    .filter(({ cards }) => cards.length > 0);
}

export function shownCards(state: BoardState): readonly BoardCard[] {
  return shownGroups(state).flatMap(({ cards }) => cards);
}

export function selectedCard(state: BoardState): BoardCard | undefined {
  return shownCards(state).find(({ id }) => id === state.selected);
}

/** What the form of a card holds: what was typed, else what was decided, else nothing. */
export function draftOf({ drafts }: BoardState, card: BoardCard): BoardDecision {
  return drafts.get(card.id) ?? card.decision ?? undecided;
}

/** A new view; the selection stays where its card is still there, else goes to the first card. */
export function nextView(state: BoardState, view: BoardView): BoardState {
  const next = { ...state, view };
  return selectedCard(next) ? next : { ...next, selected: shownCards(next)[0]?.id ?? null };
}

export function nextFilter(state: BoardState, filter: string): BoardState {
  const next = { ...state, filter };
  return selectedCard(next) ? next : { ...next, selected: shownCards(next)[0]?.id ?? null };
}

/** The card `steps` further down, held at both ends. */
export function nextSelection(state: BoardState, steps: number): BoardState {
  const cards = shownCards(state);
  const now = cards.findIndex(({ id }) => id === state.selected);
  const target = cards[Math.min(cards.length - 1, Math.max(0, now + steps))];
  return target ? { ...state, selected: target.id, told: null } : state;
}

export function nextDraft(state: BoardState, card: BoardCard, change: Partial<BoardDecision>): BoardState {
  return { ...state, drafts: new Map(state.drafts).set(card.id, { ...draftOf(state, card), ...change }) };
}

export function withoutDraft(state: BoardState, card: string): BoardState {
  const drafts = new Map(state.drafts);
  drafts.delete(card);
  return { ...state, drafts };
}

export function nextTick(state: BoardState, card: string): BoardState {
  const ticked = new Set(state.ticked);
  if (!ticked.delete(card)) ticked.add(card);
  return { ...state, ticked };
}

/**
 * What still keeps a decision from being kept, as ids of labels. Facts alone can be kept without an option; retiring asks for everything
 * that has to be known before.
 */
export function obstacles(decision: BoardDecision): readonly string[] {
  const missing: string[] = [];
  if (!/^\d{0,4}$/.test(decision.expectedCustomers.trim())) missing.push('needs-number');
  if (decision.option === null) return missing;
  if (decision.owner.trim() === '') missing.push('needs-owner');
  if (!isDate(decision.reviewOn)) missing.push('needs-review');
  const isPrepared = decision.isContractChecked && decision.isUsageChecked && isDate(decision.noticeDate);
  if (decision.option === 'retire' && !isPrepared) missing.push('needs-checks');
  return missing;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
