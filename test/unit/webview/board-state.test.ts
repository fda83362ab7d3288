import assert from 'node:assert/strict';
import type { BoardCard, BoardDecision, BoardView } from '../../../src/webview/board-messages.js';
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
  shownCards,
  shownGroups,
  withoutDraft,
} from '../../../src/webview/board-state.js';

const card = (id: string, more: Partial<BoardCard> = {}): BoardCard => ({
  id,
  title: `Discount for ${id}`,
  summary: '2 sites',
  group: 'undecided',
  facts: [],
  places: [],
  requests: [],
  suggested: null,
  reasons: [],
  missing: [],
  decision: null,
  outcome: '',
  ...more,
});

const made: BoardDecision = {
  option: 'retire',
  owner: 'Ada',
  reviewOn: '2027-01-10',
  note: 'asked twice',
  expectedCustomers: '',
  isContractChecked: true,
  isUsageChecked: true,
  noticeDate: '2026-12-01',
};

const view: BoardView = {
  headline: '3 customizations',
  groups: [
    { id: 'review', label: 'To review' },
    { id: 'undecided', label: 'Undecided' },
    { id: 'keep', label: 'Keep' },
  ],
  options: [],
  cards: [card('acme'), card('globex', { group: 'review' }), card('hooli', { requests: [{ label: 'PROD-12 Invoices', isLink: true }] })],
  notices: [],
  labels: {},
};

const ids = (cards: readonly BoardCard[]): readonly string[] => cards.map(({ id }) => id);

describe('the state of the planning board', () => {
  it('lists what is to be reviewed first and leaves empty groups out', () => {
    const state = nextView(emptyState, view);
    assert.deepEqual(
      shownGroups(state).map(({ id, cards }) => [id, ids(cards)]),
      [
        ['review', ['globex']],
        ['undecided', ['acme', 'hooli']],
      ],
    );
    assert.equal(selectedCard(state)?.id, 'globex');
  });

  it('finds cards by the words of title, summary and requests', () => {
    assert.deepEqual(ids(shownCards(nextFilter(nextView(emptyState, view), 'prod-12'))), ['hooli']);
    assert.deepEqual(ids(shownCards(nextFilter(nextView(emptyState, view), 'sites acme'))), ['acme']);
    assert.equal(nextFilter(nextView(emptyState, view), 'prod-12').selected, 'hooli');
    assert.equal(nextFilter(nextView(emptyState, view), 'nobody').selected, null);
  });

  it('moves the selection through the groups and stops at both ends', () => {
    let state = nextView(emptyState, view);
    const visited = [1, 1, 1, -5].map((steps) => (state = nextSelection(state, steps)).selected);
    assert.deepEqual(visited, ['acme', 'hooli', 'hooli', 'globex']);
  });

  it('keeps what was typed while cards come and go, and forgets it once it is kept', () => {
    const [acme] = view.cards;
    assert.ok(acme);
    const typed = nextDraft(nextDraft(nextView(emptyState, view), acme, { owner: 'Ada' }), acme, { option: 'isolate' });
    const again = nextView(typed, { ...view, headline: 'newer' });
    assert.deepEqual([draftOf(again, acme).option, draftOf(again, acme).owner], ['isolate', 'Ada']);
    assert.equal(draftOf(withoutDraft(again, 'acme'), acme).owner, '');
  });

  it('starts the form from the decision that was made', () => {
    assert.deepEqual(draftOf(emptyState, card('acme', { decision: made })), made);
    assert.equal(draftOf(emptyState, card('acme')).option, null);
  });

  for (const [what, change, expected] of [
    ['a whole decision', {}, []],
    ['no owner and no date', { owner: ' ', reviewOn: 'soon' }, ['needs-owner', 'needs-review']],
    ['retiring without a look at the contract', { isContractChecked: false }, ['needs-checks']],
    ['retiring without a look at the usage', { isUsageChecked: false }, ['needs-checks']],
    ['retiring before the customer is told', { noticeDate: '' }, ['needs-checks']],
    ['keeping without any of these', { option: 'keep', isContractChecked: false, isUsageChecked: false, noticeDate: '' }, []],
    ['a fact alone', { option: null, owner: '', reviewOn: '', expectedCustomers: '3' }, []],
    ['a number that is none', { option: null, expectedCustomers: 'many' }, ['needs-number']],
  ] as const)
    it(`says what stands in the way of ${what}`, () => {
      assert.deepEqual(obstacles({ ...made, ...change }), expected);
    });

  it('ticks and unticks cards', () => {
    const ticked = nextTick(nextTick(emptyState, 'acme'), 'hooli');
    assert.deepEqual([...ticked.ticked], ['acme', 'hooli']);
    assert.deepEqual([...nextTick(ticked, 'acme').ticked], ['hooli']);
  });
});
