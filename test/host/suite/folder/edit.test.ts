import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import { closeEditors, oneOff, openAt, problemsOf, settled, treeLines, until, uriOf, writeFile } from '../window.js';

const branch = "declare const tenant: { slug: string };\nexport const isIt = () => (tenant.slug === 'acme' ? 1 : 2);\n";

describe('changes', () => {
  let api: OneOffApi;
  let scans: number;
  let listening: vscode.Disposable;

  before(async () => {
    api = await oneOff();
    await settled(api);
    scans = 0;
    listening = api.folders.onDidChangeState(() => {
      if (api.folders.all.some(({ session }) => session.state.is === 'scanning')) scans++;
    });
  });

  after(() => {
    listening.dispose();
  });

  afterEach(async () => {
    await closeEditors();
    await settled(api);
    assert.equal(scans, 0, 'no full scan was needed');
  });

  const inTree = (text: string) => until(`the tree has ${text}`, async () => (await treeLines(api)).some((line) => line.includes(text)));
  const notInTree = (text: string) =>
    until(`the tree has no ${text}`, async () => !(await treeLines(api)).some((line) => line.includes(text)));

  it('of unsaved text move problems and rows, and are undone with the text', async () => {
    const editor = await openAt('src/pricing.ts', 4);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '// one more line\n');
    });
    await inTree("tenant.slug === 'acme' | :5");
    assert.match(problemsOf('src/pricing.ts')[0] ?? '', /^5: /);
    await vscode.commands.executeCommand('undo');
    await inTree("tenant.slug === 'acme' | :4");
  });

  it('bring a new one-off, counted as new', async () => {
    const editor = await openAt('src/pricing.ts', 12);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(12, 0), "export const extra = tenant.slug === 'acme' ? 1 : 0;\n");
    });
    await inTree('Acme Corp | 2 one-offs');
    assert.equal(api.window.now.newOnes, 1);
    await vscode.commands.executeCommand('undo');
    await inTree('Acme Corp | 1 one-off');
    assert.equal(api.window.now.newOnes, 0);
  });

  it('take the text at the end of the line away at once and bring it back', async () => {
    const editor = await openAt('src/pricing.ts', 4);
    await until('the text is shown', () => api.inlineText.shown !== null);
    const drawn: (string | null)[] = [];
    const watching = api.inlineText.onDidDraw((text) => drawn.push(text));
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(3, 30), ' /* x */');
    });
    await until('the text is back', () => api.inlineText.shown !== null);
    watching.dispose();
    assert.equal(drawn[0], null);
    assert.equal(drawn.at(-1), 'Acme Corp · 3 lines');
  });

  it('that are given up by closing the editor fall back to what is on disk', async () => {
    const editor = await openAt('src/pricing.ts', 1);
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(3, 2, 5, 3), '');
    });
    await notInTree('Acme Corp');
    await closeEditors();
    await inTree('Acme Corp | 1 one-off');
  });

  it('of a constant in another file reach the files that use it', async () => {
    await writeFile('src/names.ts', "export const special = 'nobody';\n");
    await writeFile(
      'src/uses.ts',
      "import { special } from './names.js';\nimport { tenant } from './tenant.js';\nexport const y = tenant.slug === special;\n",
    );
    await settled(api);
    await writeFile('src/names.ts', "export const special = 'acme';\n");
    await inTree('src/uses.ts');
    await vscode.workspace.fs.delete(uriOf('src/names.ts'));
    await vscode.workspace.fs.delete(uriOf('src/uses.ts'));
    await notInTree('src/uses.ts');
  });

  it('on disk: a file comes, is renamed and goes', async () => {
    await writeFile('src/new.ts', branch);
    await inTree('src/new.ts');
    await vscode.workspace.fs.rename(uriOf('src/new.ts'), uriOf('src/newer.ts'));
    await inTree('src/newer.ts');
    await notInTree('src/new.ts');
    await vscode.workspace.fs.delete(uriOf('src/newer.ts'));
    await notInTree('src/newer.ts');
    assert.deepEqual(problemsOf('src/newer.ts'), []);
  });

  it('on disk: a folder is renamed and deleted with all that is in it', async () => {
    await writeFile('lib/a/one.ts', branch);
    await writeFile('lib/a/two.ts', branch);
    await inTree('lib/a/two.ts');
    await vscode.workspace.fs.rename(uriOf('lib/a'), uriOf('lib/b'));
    await inTree('lib/b/two.ts');
    await notInTree('lib/a/');
    await vscode.workspace.fs.delete(uriOf('lib'), { recursive: true });
    await notInTree('lib/');
  });

  it('on disk in a burst, as git makes when it switches branches, become few updates', async () => {
    let updates = 0;
    const counting = api.folders.onDidSettle(() => updates++);
    const names = Array.from({ length: 60 }, (_, index) => `burst/file-${index}.ts`);
    await Promise.all(names.map((name) => writeFile(name, branch)));
    await inTree('burst/file-59.ts');
    await settled(api);
    assert.equal((await treeLines(api)).filter((line) => line.includes('burst/')).length, 60);
    assert.ok(updates <= 4, `${updates} updates`);
    updates = 0;
    await Promise.all(names.map((name, index) => (index % 2 ? writeFile(name, 'export {};\n') : vscode.workspace.fs.delete(uriOf(name)))));
    await notInTree('burst/');
    await settled(api);
    counting.dispose();
    assert.ok(updates <= 4, `${updates} updates`);
    await vscode.workspace.fs.delete(uriOf('burst'), { recursive: true });
  });

  it('in node_modules are not looked at', async () => {
    let updates = 0;
    const counting = api.folders.onDidSettle(() => updates++);
    await writeFile('node_modules/some/index.ts', branch);
    await writeFile('src/zeta.ts', branch);
    await inTree('src/zeta.ts');
    counting.dispose();
    assert.ok(!(await treeLines(api)).some((line) => line.includes('node_modules')));
    await vscode.workspace.fs.delete(uriOf('node_modules'), { recursive: true });
    await vscode.workspace.fs.delete(uriOf('src/zeta.ts'));
    await notInTree('src/zeta.ts');
  });
});
