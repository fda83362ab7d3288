import assert from 'node:assert/strict';
import { readFromBoard, readToBoard } from '../../../src/webview/board-messages.js';

const decision = {
  option: 'keep',
  owner: 'Ada',
  reviewOn: '2027-01-10',
  note: '',
  expectedCustomers: '2',
  isContractChecked: false,
  isUsageChecked: false,
  noticeDate: '',
};

describe('messages of the planning board', () => {
  it('lets its own messages through', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'decide', card: 'c1', decision },
      { type: 'open-place', card: 'c1', place: 0 },
      { type: 'what-if', cards: ['c1', 'c2'] },
      { type: 'export' },
    ])
      assert.deepEqual(readFromBoard(message), message);
    assert.deepEqual(readToBoard({ type: 'told', text: 'Kept.', isProblem: false }), { type: 'told', text: 'Kept.', isProblem: false });
  });

  for (const [what, message] of [
    ['no object', 'ready'],
    ['another type', { type: 'run', command: 'rm' }],
    ['an option that there is not', { type: 'decide', card: 'c1', decision: { ...decision, option: 'delete' } }],
    ['half a decision', { type: 'decide', card: 'c1', decision: { option: 'keep' } }],
    ['a place that is no number', { type: 'open-place', card: 'c1', place: '../../etc/passwd' }],
    ['a view', { type: 'view', view: {} }],
  ] as const)
    it(`drops ${what}`, () => {
      assert.equal(readFromBoard(message), null);
    });

  it('drops a view with a hole in it', () => {
    assert.equal(readToBoard({ type: 'view', view: { headline: 'x', groups: [], options: [], cards: [{}], labels: {} } }), null);
  });
});
