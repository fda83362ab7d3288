import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { gitFolderOf } from '../../../src/history/git-folder.js';
import { TemporaryFolder } from '../workspace/temporary-folder.js';
import { TestRepository } from './repository.js';

describe('the folder in which HEAD stands', () => {
  let repository: TestRepository;
  let elsewhere: TemporaryFolder;
  beforeEach(() => {
    repository = new TestRepository();
    repository.commit('Prices', { 'packages/app/price.ts': 'x();\n' });
    elsewhere = new TemporaryFolder();
  });
  afterEach(() => {
    repository.remove();
    elsewhere.remove();
  });

  /** What git itself says. */
  const wanted = (folder: string): string => path.resolve(folder, repository.git('-C', folder, 'rev-parse', '--absolute-git-dir').trim());
  const found = (folder: string): string => realpathSync(gitFolderOf(folder) ?? '');

  it('is the one that git says, of repositories, folders further in, linked worktrees and submodules', () => {
    repository.git('worktree', 'add', '--quiet', elsewhere.at('tree'), 'HEAD');
    const inner = new TestRepository();
    inner.commit('Inner', { 'a.ts': '' });
    repository.git('submodule', '--quiet', 'add', `file://${inner.path}`, 'inner');
    for (const folder of [
      repository.path,
      repository.at('packages/app'),
      elsewhere.at('tree'),
      elsewhere.at('tree/packages'),
      repository.at('inner'),
    ])
      assert.equal(found(folder), wanted(folder));
    inner.remove();
  });

  it('is none outside of repositories, and where a file of that name leads nowhere', () => {
    assert.equal(gitFolderOf(elsewhere.path), null);
    elsewhere.write({ 'a/.git': 'no idea\n' });
    assert.equal(gitFolderOf(elsewhere.at('a')), null);
  });
});
