import assert from 'node:assert/strict';
import { committedText } from '../../../src/history/committed-text.js';
import { Git, GitError } from '../../../src/history/git.js';
import { StoryRepository } from '../../story-repository.js';

describe('the text of a committed file', () => {
  const repository = new StoryRepository();
  let first = '';
  let second = '';

  before(() => {
    repository.write('app/a.ts', 'one\n');
    first = repository.commit('First', '2025-01-01T10:00:00Z');
    repository.write('app/a.ts', 'two\n');
    second = repository.commit('Second', '2025-02-01T10:00:00Z');
    repository.write('app/a.ts', 'three, not committed\n');
  });

  after(() => {
    repository.remove();
  });

  const at = (commit: string, isBefore: boolean, path = 'a.ts'): Promise<string | null> =>
    committedText(new Git(`${repository.folder}/app`), { commit, path, isBefore });

  it('is that of the commit, or the one before', async () => {
    assert.deepEqual([await at(second, false), await at(second, true), await at(first, false)], ['two\n', 'one\n', 'one\n']);
  });

  it('is nothing where there was no such file', async () => {
    assert.deepEqual([await at(first, true), await at(second, false, 'b.ts')], [null, null]);
  });

  for (const commit of ['HEAD', '--help', ''])
    it(`is not asked for with “${commit}” as the commit`, async () => {
      await assert.rejects(at(commit, false), GitError);
    });
});
