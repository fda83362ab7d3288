import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import { oneOff, problemsOf, settled, treeLines, until, uriOf, writeFile } from '../window.js';

const file = 'oneoff.config.json';

describe('the configuration', () => {
  let api: OneOffApi;
  let good: string;

  before(async () => {
    api = await oneOff();
    await settled(api);
    good = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(file)));
  });

  afterEach(async () => {
    await writeFile(file, good);
    await until('the file is fine again', () => problemsOf(file).length === 0);
    await settled(api);
  });

  it('says where it is wrong, and the last good one stays in force', async () => {
    const before = await treeLines(api);
    await writeFile(file, '{\n  "customers": [\n    { "id": "acme" "name": "Acme" }\n  ]\n}\n');
    await until('a problem is shown', () => problemsOf(file).length > 0);
    assert.match(problemsOf(file)[0] ?? '', /^3: This is not valid JSON/);
    await settled(api);
    assert.deepEqual(await treeLines(api), before);
  });

  it('warns of a key that does nothing, with the one that was meant', async () => {
    await writeFile(file, good.replace('"customers"', '"custmers"'));
    await until('a problem is shown', () => problemsOf(file).length > 0);
    assert.match(problemsOf(file)[0] ?? '', /Unknown key "custmers".*"customers"/);
  });

  it('changes the severity of a kind', async () => {
    const severities = () =>
      vscode.languages
        .getDiagnostics(uriOf('src/pricing.ts'))
        .filter(({ source }) => source === 'One-Off')
        .map(({ severity }) => severity);
    await writeFile(file, good.replace('{', '{ "severities": { "branch": "warning" },'));
    await until('branches are warnings', () => severities()[0] === vscode.DiagnosticSeverity.Warning);
    await writeFile(file, good.replace('{', '{ "severities": { "branch": "off" },'));
    await until('branches are no problems', () => severities().length === 0);
    assert.match((await treeLines(api)).join('\n'), /Acme Corp/);
  });

  it('finds another customer as soon as it is named', async () => {
    await writeFile('src/other.ts', "declare const tenant: { slug: string };\nexport const o = tenant.slug === 'umbrella' ? 1 : 2;\n");
    await writeFile(file, good.replace('"customers": [', '"customers": [{ "id": "umbrella", "name": "Umbrella Ltd" },'));
    await until('it is in the tree', async () =>
      (await treeLines(api)).some((line) => line.startsWith('Umbrella Ltd | 1 one-off · configured')),
    );
    await vscode.workspace.fs.delete(uriOf('src/other.ts'));
  });

  it('is checked by its schema in the editor', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(file));
    assert.equal(document.languageId, 'jsonc');
  });
});
