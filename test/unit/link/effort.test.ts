import assert from 'node:assert/strict';
import { collectFacts } from '../../../src/facts/collect-facts.js';
import { loadParser } from '../../../src/facts/parse.js';
import { createModuleResolver } from '../../../src/link/modules.js';
import { linkWorkspace } from '../../../src/link/workspace.js';
import { defaultConfig } from '../../../src/model/config.js';

describe('linking functions that return choices of each other', () => {
  before(() => loadParser('typescript-estree'));

  it('ends soon, however they fan out', () => {
    const names = Array.from({ length: 12 }, (_, index) => `resolve${String(index)}`);
    const functions = names.map((name) => {
      const arms = names.map((other, index) => `node.type === 'T${String(index)}' ? ${other}(node.next) : `).join('');
      return `export function ${name}(node) { return ${arms}null; }`;
    });
    const text = [...functions, ...names.map((name) => `if (${name}(root).includes(tenant.slug)) run();`)].join('\n');
    const files = new Map([['resolve.js', collectFacts(text, 'resolve.js', 'typescript-estree')]]);
    const modules = createModuleResolver({ files: files.keys(), packages: [], paths: [] });
    const start = performance.now();
    linkWorkspace({ files, modules, config: defaultConfig });
    assert.ok(performance.now() - start < 2000);
  });
});
