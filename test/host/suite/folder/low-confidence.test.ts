import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import {
  closeEditors,
  markdownOf,
  oneOff,
  openAt,
  problemsOf,
  settled,
  treeLines,
  until,
  untilEqual,
  uriOf,
  writeFile,
} from '../window.js';

const path = 'src/low.ts';
const show = (value: boolean | undefined) =>
  vscode.workspace.getConfiguration('oneoff').update('showLowConfidence', value, vscode.ConfigurationTarget.Global);

const none = { tree: false, problems: false, inline: false, hover: false, status: false, badge: false };
const all = { tree: true, problems: true, inline: true, hover: true, status: true, badge: true };

describe('a one-off of low confidence', () => {
  let api: OneOffApi;

  before(async () => {
    api = await oneOff();
    await writeFile(path, "import { tenant } from './tenant.js';\n\nif (tenant.slug.type === 'acme') throw new Error();\n");
    await until('it is found', () => api.folders.findingsAt(uriOf(path)).some(({ confidence }) => confidence === 'low'));
    await settled(api);
  });

  after(async () => {
    await show(undefined);
    await closeEditors();
    await vscode.workspace.fs.delete(uriOf(path));
    await until('it is gone', () => api.folders.findingsAt(uriOf(path)).length === 0);
    await settled(api);
  });

  async function surfaces() {
    await openAt(path, 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uriOf(path),
      new vscode.Position(2, 10),
    );
    const { status, newOnes } = api.window.now;
    return {
      tree: (await treeLines(api)).some((line) => line.includes(path)),
      problems: problemsOf(path).length > 0,
      inline: api.inlineText.shown !== null,
      hover: hovers.some(({ contents }) => contents.some((content) => markdownOf(content).includes('low confidence'))),
      status: status.hidden === 0,
      badge: newOnes > 0,
    };
  }

  it('is on no surface until somebody asks for it', async () => {
    await untilEqual(surfaces, none);
    const { shown } = api.window.now.status;
    await show(true);
    await untilEqual(surfaces, all);
    assert.equal(api.window.now.status.shown, shown + 1);
    await show(false);
    await untilEqual(surfaces, none);
  });
});
