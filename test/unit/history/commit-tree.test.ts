import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import fc from 'fast-check';
import { spreadInTime } from '../../../src/history/commits-in-time.js';
import { listTree, mergeBase, resolveCommit } from '../../../src/history/commit-tree.js';
import { Git } from '../../../src/history/git.js';
import { readBlobs } from '../../../src/history/blobs.js';
import { GitFolder } from '../git-folder.js';

describe('reading a commit', () => {
  let folder: GitFolder;
  beforeEach(() => {
    folder = new GitFolder({ 'src/größe\n.ts': 'export {};\n', 'src/empty.ts': '', 'a.bin': Buffer.from([0, 10, 255, 10]) });
  });
  afterEach(() => {
    folder.remove();
  });

  it('lists regular files of a folder, whatever their names, and none where the folder is not there yet', async () => {
    symlinkSync('a.bin', folder.at('link'));
    const commit = folder.commit('Start');
    const paths = async (at: string): Promise<readonly string[]> =>
      (await listTree(new Git(folder.at(at)), commit)).map(({ path }) => path);
    assert.deepEqual(await paths('.'), ['a.bin', 'src/empty.ts', 'src/größe\n.ts']);
    assert.deepEqual(await paths('src'), ['empty.ts', 'größe\n.ts']);
    folder.write({ 'later/b.ts': '' });
    assert.deepEqual(await paths('later'), []);
  });

  it('gives the contents byte by byte, and null for what is too large or not there', async () => {
    const commit = folder.commit('Start');
    const git = new Git(folder.path);
    const files = await listTree(git, commit);
    const contents = new Map<string, Buffer | null>();
    const missing = '1'.repeat(40);
    const ids = [...files.map(({ id }) => id), missing];
    const before = git.processes;
    await readBlobs(git, ids, (id, content) => contents.set(id, content), { largest: 10 });
    assert.equal(git.processes - before, 1);
    assert.deepEqual(
      ids.map((id) => contents.get(id)),
      [Buffer.from([0, 10, 255, 10]), Buffer.from(''), null, null],
    );
  });

  it('reads whatever has been written, in one go', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 100_000 }), { minLength: 1, maxLength: 8 }), async (written) => {
        folder.remove('src');
        folder.write(Object.fromEntries(written.map((content, index) => [`src/${String(index)}`, Buffer.from(content)])));
        const commit = folder.commit('More');
        const git = new Git(folder.at('src'));
        const files = await listTree(git, commit);
        const contents = new Map<string, Buffer | null>();
        const ids = files.map(({ id }) => id);
        await readBlobs(git, ids, (id, content) => contents.set(id, content), { largest: 1_000_000 });
        for (const { path, id } of files) assert.ok(contents.get(id)?.equals(Buffer.from(written[Number(path)] ?? [])), path);
      }),
      { numRuns: 10 },
    );
  });

  it('finds where branches went apart, and says when there is no such commit', async () => {
    const base = folder.commit('Start');
    folder.git('switch', '--quiet', '--create', 'topic');
    folder.commit('Topic');
    folder.git('switch', '--quiet', 'main');
    folder.commit('Main');
    const git = new Git(folder.path);
    assert.equal(await mergeBase(git, 'topic'), base);
    await assert.rejects(resolveCommit(git, 'no-such'), /There is no commit "no-such" here/);
    folder.git('switch', '--quiet', '--orphan', 'other');
    folder.commit('Unrelated');
    await assert.rejects(mergeBase(git, 'main'), /no commit that "main" and HEAD have in common.*fetch-depth: 0/);
  });
});

describe('commits evenly in time', () => {
  const histories = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 60 }).map((seconds) =>
    seconds
      .sort((a, b) => a - b)
      .map((second, index) => ({
        commit: String(index),
        date: new Date(second * 1000).toISOString(),
        subject: '',
      })),
  );

  it('are in order, no more than asked for, and end with the newest', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 30 }), (commits, points) => {
        const chosen = spreadInTime(commits, points);
        assert.ok(chosen.length <= points && chosen.length > 0);
        assert.equal(chosen.at(-1), commits.at(-1));
        assert.deepEqual(
          chosen,
          commits.filter((commit) => chosen.includes(commit)),
        );
        if (points > 1) assert.equal(new Date(chosen[0]?.date ?? '').getTime(), new Date(commits[0]?.date ?? '').getTime());
      }),
    );
  });

  it('of a daily history are as far apart as the calendar says', () => {
    const commits = Array.from({ length: 365 }, (_, day) => ({
      commit: String(day),
      date: new Date(Date.UTC(2025, 0, 1 + day)).toISOString(),
      subject: '',
    }));
    assert.deepEqual(
      spreadInTime(commits, 5).map(({ commit }) => commit),
      ['0', '91', '182', '273', '364'],
    );
  });
});
