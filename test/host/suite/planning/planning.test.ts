import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PlanningBoard } from '../../../../src/editor/planning-board.js';
import type { OneOffApi } from '../../../../src/extension.js';
import type { BoardCard, BoardDecision, BoardView } from '../../../../src/webview/board-messages.js';
import { closeEditors, markdownOf, oneOff, settled, treeLines, until, uriOf } from '../window.js';

const decision: BoardDecision = {
  option: 'isolate',
  owner: 'Ann',
  reviewOn: '2027-06-01',
  note: 'behind a price rule',
  expectedCustomers: '1',
  isContractChecked: false,
  isUsageChecked: false,
  noticeDate: '',
};

describe('a planning session', function () {
  this.timeout(60_000);
  let api: OneOffApi;
  let board: PlanningBoard;
  let shown: BoardView | undefined;
  const view = (): BoardView => {
    if (board.lastSent?.type === 'view') shown = board.lastSent.view;
    assert.ok(shown, 'the board has been told what to show');
    return shown;
  };
  const cardOf = (customer: string): BoardCard => {
    const card = view().cards.find(({ summary }) => summary.startsWith(customer));
    assert.ok(card, customer);
    return card;
  };
  const told = (): string => (board.lastSent?.type === 'told' ? board.lastSent.text : '');

  before(async () => {
    api = await oneOff();
    await settled(api);
    await until('ages are read', () => api.folders.all[0]?.session.history.is === 'read');
    await vscode.commands.executeCommand('oneoff.openBoard');
    await until('the page of the board has asked for its content', () => api.boards.all[0]?.lastSent?.type === 'view');
    const [opened] = api.boards.all;
    assert.ok(opened);
    board = opened;
  });

  after(closeEditors);

  it('starts from cards with evidence, requests and a suggestion', () => {
    const acme = cardOf('Acme Corp');
    assert.equal(view().headline, '2 customizations · 0 decided');
    assert.equal(acme.group, 'undecided');
    assert.deepEqual(
      acme.requests.map(({ label }) => label),
      ['PROD-123 Volume discount · Done'],
    );
    assert.ok(acme.facts.some(({ label, value }) => label === 'Collateral changes' && value === '1'));
    assert.ok(acme.reasons.length > 0);
    assert.deepEqual(
      acme.places.map(({ label }) => label),
      ['src/pricing.ts:4'],
    );
  });

  it('opens the code of a card', async () => {
    await board.receive({ type: 'open-place', card: cardOf('Acme Corp').id, place: 0 });
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.uri.path ?? '', /\/src\/pricing\.ts$/);
    assert.equal(editor?.selection.active.line, 3);
  });

  it('tells what would go', async () => {
    await board.receive({ type: 'what-if', cards: view().cards.map(({ id }) => id) });
    assert.ok(board.lastSent?.type === 'what-if');
    assert.match(board.lastSent.text, /^If these go, at most: 2 places, 5 lines in 1 file\.$/);
  });

  it('refuses to retire what nobody has looked into, and keeps nothing of it', async () => {
    await board.receive({ type: 'decide', card: cardOf('Globex').id, decision: { ...decision, option: 'retire' } });
    assert.match(told(), /cannot be retired yet/);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(uriOf('.oneoff/decisions'))));
  });

  it('writes a decision into a file, and shows it on the card, in the tree and in the hover', async () => {
    const { id } = cardOf('Acme Corp');
    await board.receive({ type: 'decide', card: id, decision });
    assert.match(told(), /written to \.oneoff\/decisions\/.+\.json\.$/);
    const [[name] = ['']] = await vscode.workspace.fs.readDirectory(uriOf('.oneoff/decisions'));
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(`.oneoff/decisions/${name}`)));
    assert.match(text, /"option": "isolate"/);
    assert.match(text, /"owner": "Ann"/);
    await board.receive({ type: 'ready' });
    assert.equal(view().headline, '2 customizations · 1 decided');
    assert.equal(cardOf('Acme Corp').group, 'isolate');
    await until('the row shows it', async () =>
      (await treeLines(api)).some((line) => line.includes("tenant.slug === 'acme'") && line.endsWith('Isolate')),
    );
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uriOf('src/pricing.ts'),
      new vscode.Position(3, 12),
    );
    const hover = hovers.flatMap(({ contents }) => contents.map(markdownOf)).join('\n');
    assert.match(hover.replaceAll('\\', ''), /Decided \d{4}-\d{2}-\d{2}: Isolate · owner Ann · review 2027-06-01/);
  });

  it('ends in a text for those who were not there', async () => {
    await board.receive({ type: 'export' });
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'markdown');
    const text = document.getText();
    assert.match(text, /2 customizations: 1 decided, 0 to look at again, 1 open\./);
    assert.match(text, /behind a price rule/);
  });
});
