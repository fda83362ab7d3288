import assert from 'node:assert/strict';
import { windowState } from '../../../../src/editor/status-plan.js';
import { oneOff, settled, treeLines, until, writeFile } from '../window.js';

describe('a folder without one-offs', () => {
  it('says that nothing was found', async () => {
    const api = await oneOff();
    await settled(api);
    assert.deepEqual(await treeLines(api), []);
    assert.equal(windowState(api.window.now.status), 'nothing');
  });

  it('shows the first one-off when a configuration names a customer', async () => {
    const api = await oneOff();
    await writeFile('src/branch.ts', "declare const tenant: { slug: string };\nexport const b = tenant.slug === 'initech' ? 1 : 2;\n");
    await writeFile('oneoff.config.json', '{ "customers": [{ "id": "initech", "name": "Initech" }] }\n');
    await until('it is listed', async () => (await treeLines(api)).includes('Initech | 1 one-off · configured'));
    assert.equal(windowState(api.window.now.status), 'ready');
  });
});
