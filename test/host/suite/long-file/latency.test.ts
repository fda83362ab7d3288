import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import { longestBlock } from '../blocking.js';
import { closeEditors, note, oneOff, openAt, settled, until } from '../window.js';

const keystrokes = 20;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Types one character into the current line; gives the milliseconds until its text is drawn again. */
async function typeAndWait(api: OneOffApi, character: string): Promise<number> {
  const redrawn = new Promise<number>((resolve) => {
    const watching = api.inlineText.onDidDraw((text) => {
      if (text === null) return;
      watching.dispose();
      resolve(performance.now());
    });
  });
  const typed = new Promise<number>((resolve) => {
    const watching = vscode.workspace.onDidChangeTextDocument(() => {
      watching.dispose();
      resolve(performance.now());
    });
  });
  await vscode.commands.executeCommand('type', { text: character });
  return (await redrawn) - (await typed);
}

describe('typing in a file of 3,000 lines', () => {
  let api: OneOffApi;

  before(async () => {
    api = await oneOff();
    await settled(api);
    const editor = await openAt('src/long.ts', 1);
    const { document } = editor;
    assert.ok(document.lineCount >= 3000, `${document.lineCount} lines`);
    const found = document.getText().indexOf('acme', document.offsetAt(new vscode.Position(1500, 0)));
    const line = document.lineAt(document.positionAt(found));
    editor.selection = new vscode.Selection(line.range.end, line.range.end);
    await until('the text is shown', () => api.inlineText.shown !== null);
    await typeAndWait(api, ' ');
  });

  after(closeEditors);

  it('redraws the decoration in under 100 ms (median)', async () => {
    const times: number[] = [];
    for (let key = 0; key < keystrokes; key++) {
      times.push(await typeAndWait(api, ' '));
      await settled(api);
    }
    const sorted = [...times].sort((a, b) => a - b);
    note(`keystroke to redrawn decoration: median ${median(times).toFixed(1)} ms, slowest ${(sorted.at(-1) ?? NaN).toFixed(1)} ms`);
    assert.ok(median(times) < 100, `median ${median(times)} ms`);
  });

  it('does not hold up the extension host for more than 16 ms', async () => {
    const blocks: number[] = [];
    for (let key = 0; key < keystrokes; key++)
      blocks.push(
        await longestBlock(async () => {
          await typeAndWait(api, ' ');
          await settled(api);
        }),
      );
    note(`longest block per keystroke: median ${median(blocks).toFixed(1)} ms, longest of all ${Math.max(...blocks).toFixed(1)} ms`);
    assert.ok(Math.max(...blocks) < 16, `${Math.max(...blocks)} ms`);
  });

  it('nor while the whole folder is scanned', async () => {
    const block = await longestBlock(async () => {
      await vscode.commands.executeCommand('oneoff.refresh');
      await settled(api);
    });
    note(`longest block while scanning: ${block.toFixed(1)} ms`);
    assert.ok(block < 16, `${block} ms`);
  });
});
