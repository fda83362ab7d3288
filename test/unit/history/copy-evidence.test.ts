import assert from 'node:assert/strict';
import { readCopyEvidence } from '../../../src/history/copy-evidence.js';
import { Git } from '../../../src/history/git.js';
import { acme, invoice } from '../workspace/drift-cases.js';
import { BuiltRepository } from './built-repository.js';

describe('what git shows of copies', () => {
  let repository: BuiltRepository;

  beforeEach(() => {
    repository = new BuiltRepository();
    repository.write('src/invoice.ts', invoice);
    repository.write('src/other.ts', 'export const other = 1;\n');
    repository.commit('Invoices');
  });
  afterEach(() => {
    repository.remove();
  });

  it('is the file that a new one was most like, also after it was renamed', async () => {
    repository.write('src/acme.ts', acme(invoice));
    repository.write('src/new.ts', 'export function unlike(): void {\n  start();\n}\n');
    repository.commit('Acme');
    const commit = repository.head;
    repository.git('mv', 'src/acme.ts', 'src/invoice.acme.ts');
    repository.commit('A better name');
    const found = await readCopyEvidence(new Git(repository.folder), ['src/invoice.acme.ts', 'src/new.ts', 'src/invoice.ts', 'gone.ts']);
    assert.deepEqual([...found.keys()], ['src/invoice.acme.ts']);
    const { path, from, score, commit: at } = found.get('src/invoice.acme.ts') ?? {};
    assert.deepEqual([path, from, at], ['src/acme.ts', 'src/invoice.ts', commit]);
    assert.ok(score !== undefined && score > 0.8);
  });

  it('is nothing where nothing was added', async () => {
    assert.equal((await readCopyEvidence(new Git(repository.folder), [])).size, 0);
  });
});
