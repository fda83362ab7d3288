import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addLink, addTracker } from '../../../../src/editor/config-edit.js';
import type { Folder } from '../../../../src/editor/folders.js';
import type { OneOffApi } from '../../../../src/extension.js';
import type { TrackerConfig } from '../../../../src/model/tracker.js';
import { markdownOf, oneOff, rowSpoken, settled, treeLines, until, uriOf, writeFile } from '../window.js';
import { FakeGitHub, goodToken } from './fake-github.js';

describe('a connected tracker', () => {
  let api: OneOffApi;
  let github: FakeGitHub;
  let folder: Folder;
  let config: TrackerConfig;
  let untouched: string;
  const signal = new AbortController().signal;
  const configText = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('oneoff.config.json')));

  before(async () => {
    api = await oneOff();
    await settled(api);
    github = await FakeGitHub.start();
    const [first] = api.folders.all;
    assert.ok(first);
    folder = first;
    config = {
      ...{ id: 'github', type: 'github', url: github.url, projects: ['acme/shop'] },
      ...{ keyPatterns: [], customerFields: [], customerLabels: [], path: null, columns: {}, dateOrder: null },
    };
    untouched = await configText();
  });

  after(async () => {
    await github.stop();
    await writeFile('oneoff.config.json', untouched);
    await settled(api);
  });

  const connect = (token: string) =>
    api.trackers.connect(folder, config, { origin: github.url, by: 'token', user: null, account: '' }, token, signal);

  it('is not kept when the tracker does not take the token, and the message does not hold it', async () => {
    await assert.rejects(connect('bad-canary'), (error: Error) => {
      assert.match(error.message, /token is wrong or has expired/);
      assert.doesNotMatch(error.message, /canary/);
      return true;
    });
    assert.equal(api.trackers.isConnected(folder, 'github'), false);
  });

  it('tells whose token it is, and then gives titles and status to what is linked', async () => {
    assert.equal(await connect(goodToken), 'ann');
    const findings = [...folder.session.model.findings()];
    const acme = findings.find(({ customers }) => customers.includes('acme'));
    assert.ok(acme);
    await writeFile('oneoff.config.json', addLink(addTracker(await configText(), config), '#7', acme.id));
    await until('the tracker is known', () => folder.session.model.config.trackers.length === 2);
    await api.trackers.sync(folder);
    await until('the request has its title', async () => {
      await vscode.commands.executeCommand('oneoff.groupTree', 'request');
      return (await treeLines(api)).some((line) => line.startsWith('#7 A discount that lasts | '));
    });
    await vscode.commands.executeCommand('oneoff.groupTree', 'customer');
    assert.ok(!(await configText()).includes(goodToken));
  });

  it('marks a key that the tracker does not find, in the tree and in the hover', async () => {
    const globex = [...folder.session.model.findings()].find(({ customers }) => customers.includes('globex'));
    assert.ok(globex);
    await writeFile('oneoff.config.json', addLink(await configText(), '#404', globex.id));
    await until('the link is known', () => folder.session.model.config.links.some(({ request }) => request === '#404'));
    await api.trackers.sync(folder);
    await vscode.commands.executeCommand('oneoff.groupTree', 'request');
    await until('the key is marked', async () =>
      (await treeLines(api)).some((line) => line.startsWith('#404 | not found or not permitted · 1 one-off')),
    );
    assert.deepEqual((await api.tree.getTreeItem(await rowSpoken(api, /^#404/))).iconPath, new vscode.ThemeIcon('warning'));
    await vscode.commands.executeCommand('oneoff.groupTree', 'customer');
    const { start } = globex.range;
    const at = new vscode.Position(start.line - 1, start.column);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uriOf(globex.path), at);
    assert.match(hovers.flatMap(({ contents }) => contents.map(markdownOf)).join('\n'), /#404 \\\(not found or not permitted\\\)/);
  });

  it('finds requests by words', async () => {
    const found = await api.trackers.search(folder, 'discount', signal);
    assert.deepEqual(
      found.map(({ key }) => key),
      ['#7'],
    );
  });

  it('is not asked with its token once the configuration names another address', async () => {
    const other = await FakeGitHub.start();
    await writeFile('oneoff.config.json', (await configText()).replace(github.url, other.url));
    await until('the address is another one', () => folder.session.model.config.trackers.some(({ url }) => url === other.url));
    await api.trackers.sync(folder);
    const [problem] = api.trackers.coverageOf(folder).flatMap((each) => each.problem ?? []);
    assert.match(problem ?? '', /Connect it again/);
    assert.deepEqual(other.asked, []);
    await other.stop();
  });

  it('is forgotten when it is disconnected', async () => {
    await api.trackers.disconnect(folder, 'github');
    assert.equal(api.trackers.isConnected(folder, 'github'), false);
  });
});
