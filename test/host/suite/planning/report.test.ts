import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import type { ReportFormat } from '../../../../src/report/registry.js';
import { closeEditors, oneOff, settled, until, uriOf } from '../window.js';

/** What differs from run to run, and what the window reads besides. */
const ofTheRun = new Set(['stats', 'drift', 'asked']);

function withoutTheRun(text: string): unknown {
  return JSON.parse(text, (key: string, value: unknown) => (ofTheRun.has(key) ? undefined : value));
}

describe('a report in the window', function () {
  this.timeout(60_000);
  let api: OneOffApi;

  const exported = (format: ReportFormat): Promise<string> => {
    const [folder] = api.folders.all;
    assert.ok(folder);
    return folder.session.report({ format }, api.trackers.coverageOf(folder), new AbortController().signal);
  };
  const printed = (format: ReportFormat): string => {
    const extension = vscode.extensions.getExtension('oneoff.oneoff');
    assert.ok(extension);
    const cli = join(extension.extensionPath, 'dist', 'cli.js');
    const options = ['--history', '--requests', '--no-cache', '--format', format];
    return execFileSync(process.execPath, [cli, 'scan', uriOf('').fsPath.replace(/\/$/, ''), ...options], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  };

  before(async () => {
    api = await oneOff();
    await settled(api);
    await until('ages are read', () => api.folders.all[0]?.session.history.is === 'read');
  });

  after(closeEditors);

  for (const format of ['sarif', 'csv', 'html', 'markdown', 'gitlab', 'github', 'checkstyle', 'junit'] as const)
    it(`is to the letter what the command line writes as ${format}`, async () => {
      assert.equal(await exported(format), printed(format));
    });

  it('says the same as data, but for what belongs to the run', async () => {
    assert.deepEqual(withoutTheRun(await exported('json')), withoutTheRun(printed('json')));
  });

  it('opens as a page of its own', async () => {
    await vscode.commands.executeCommand('oneoff.openReport');
    const tabs = (): readonly string[] => vscode.window.tabGroups.all.flatMap(({ tabs: open }) => open.map(({ label }) => label));
    await until('the report is open', () => tabs().some((label) => label.startsWith('Report: ')));
  });
});
