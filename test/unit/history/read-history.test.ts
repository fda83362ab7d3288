import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LineHistory } from '../../../src/model/age.js';
import type { AskedFile } from '../../../src/history/describe-lines.js';
import { HistoryCache } from '../../../src/workspace/history-cache.js';
import { TemporaryFolder } from '../workspace/temporary-folder.js';
import { asked, history, TestRepository } from './repository.js';

const before = ['export function price(tenant, base) {', '  return base;', '}', ''].join('\n');
const branch = ["  if (tenant.slug === 'acme') {", '    return base * 0.9;', '  }'];
const after = ['export function price(tenant, base) {', ...branch, '  return base;', '}', ''].join('\n');

describe('reading the history', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = new TestRepository();
  });
  afterEach(() => {
    repository.remove();
  });

  async function ofLines(file: AskedFile, root = repository.path): Promise<LineHistory> {
    const read = await history(root, [file]);
    const lines = read.lines.get(file.path);
    assert.ok(lines, read.coverage.notices.join(' '));
    return lines;
  }

  it('says which commit brought the lines, which ones touched them since, and who knows them', async () => {
    repository.commit('Prices', { 'price.ts': before });
    const brought = repository.commit('PROD-7 Discount for Acme\n\nAs promised.', { 'price.ts': after });
    const changed = repository.commit('Round prices', { 'price.ts': after.replace('base * 0.9', 'round(base * 0.9)') });
    repository.commit('Elsewhere', { 'price.ts': `import x from 'x';\n${after.replace('base * 0.9', 'round(base * 0.9)')}` });
    const text = `import x from 'x';\n${after.replace('base * 0.9', 'round(base * 0.9)')}`;
    const { age, touches, makers, birth } = await ofLines(asked('price.ts', text, 3, 5));
    assert.deepEqual(age.introduced, { commit: brought, date: '2026-01-02T12:00:00.000Z', subject: 'PROD-7 Discount for Acme' });
    assert.equal(age.lastTouched?.commit, changed);
    assert.deepEqual(
      touches.map(({ commit }) => commit),
      [changed, brought],
    );
    assert.deepEqual([age.changes, age.uncommitted, age.knownBy, birth], [2, 0, ['Ada'], brought]);
    assert.equal(makers.find(({ commit }) => commit === brought)?.body, 'As promised.');
  });

  it('counts only changes within the window', async () => {
    repository.commit('Prices', { 'price.ts': after });
    repository.commit('Round', { 'price.ts': after.replace('0.9', '0.8') });
    const read = await history(repository.path, [asked('price.ts', after.replace('0.9', '0.8'), 2, 4)], { from: '2026-01-02' });
    assert.equal(read.lines.get('price.ts')?.age.changes, 1);
    assert.equal(read.lines.get('price.ts')?.age.introduced?.subject, 'Prices');
    assert.deepEqual([read.coverage.commits, read.coverage.from, read.files.get('price.ts')?.churn], [1, '2026-01-02', 2]);
  });

  it('passes over formatting and line ends', async () => {
    const brought = repository.commit('Prices', { 'price.ts': after });
    repository.commit('Format', { 'price.ts': after.replaceAll('  ', '\t').replaceAll('\n', '\r\n') });
    const { age } = await ofLines(asked('price.ts', after, 2, 4));
    assert.deepEqual([age.introduced?.commit, age.lastTouched?.commit, age.uncommitted], [brought, brought, 0]);
  });

  it('follows files that were renamed, with or without changes', async () => {
    const brought = repository.commit('Prices', { 'price.ts': `${after}${filler}` });
    repository.git('mv', 'price.ts', 'billing.ts');
    repository.commit('Rename');
    repository.remove('billing.ts');
    const edited = `${after}${filler}`.replace('base;', 'base; // net');
    const moved = repository.commit('Move and edit', { 'src/billing.ts': edited });
    const { age, touches } = await ofLines(asked('src/billing.ts', edited, 2, 5));
    assert.equal(age.introduced?.commit, brought);
    assert.deepEqual(
      touches.map(({ commit }) => commit),
      [moved, brought],
    );
  });

  it('follows a file whose folder and name were changed at once, as when a thing is called otherwise, but none that is only called alike', async () => {
    const old = {
      'referrals/notifyReferral.ts': `${after}${filler}`,
      'old/notifyLead.ts': 'x();\n',
      'fraud/group-table.ts': `${filler}${after}`,
    };
    const brought = repository.commit('Prices', old);
    repository.git('rm', '--quiet', '-r', '.');
    const [edited, lines] = [`${after}${filler}`.replace('base;', 'base; // net'), filler.split('\n').length];
    repository.commit('Leads', { 'leads/notify-lead.ts': edited, 'risks/events-list.ts': `// risks\n${filler}${after}` });
    assert.equal((await ofLines(asked('leads/notify-lead.ts', edited, 2, 5))).age.introduced?.commit, brought);
    const risks = asked('risks/events-list.ts', `// risks\n${filler}${after}`, lines + 2, lines + 3);
    assert.equal((await ofLines(risks)).age.introduced?.commit, brought);
  });

  it('finds lines of both sides of a merge, and the merges that brought them', async () => {
    repository.commit('Prices', { 'price.ts': `${filler}${before}` });
    repository.git('checkout', '--quiet', '-b', 'PROD-7-acme');
    const ours = repository.commit('Acme', { 'price.ts': `${filler}${after}` });
    repository.git('checkout', '--quiet', 'main');
    const theirs = repository.commit('Top', { 'price.ts': `// top\n${filler}${before}` });
    repository.git('merge', '--quiet', '--no-ff', '-m', "Merge branch 'PROD-7-acme'", 'PROD-7-acme');
    const text = `// top\n${filler}${after}`;
    const lines = filler.split('\n').length;
    const file = {
      path: 'price.ts',
      text,
      lines: [asked('a', '', lines + 2, lines + 4), asked('b', '', 1, 1)].flatMap((each) => each.lines),
    };
    const read = await history(repository.path, [file]);
    assert.equal(read.lines.get('a')?.age.introduced?.commit, ours);
    assert.equal(read.lines.get('b')?.age.introduced?.commit, theirs);
    const mergesOf = (id: string) =>
      read.lines.get(id)?.makers.map(({ merges }) => merges.map(({ subject, brings }) => `${subject}: ${brings}`));
    assert.deepEqual([mergesOf('a'), mergesOf('b')], [[["Merge branch 'PROD-7-acme': 1"]], [[]]]);
  });

  it('tells who brought the test, in whatever wording, from those who changed it or brought other lines of the region', async () => {
    repository.commit('Prices', { 'price.ts': after.replace('acme', 'globex') });
    const first = repository.commit('Acme', { 'price.ts': after });
    const edited = after.replace("tenant.slug === 'acme'", "tenant.slug.trim() === 'acme'");
    const reworded = repository.commit('Trim', { 'price.ts': edited });
    const text = edited.replace('return base * 0.9;', 'audit();\n    return base * 0.9;');
    const other = repository.commit('Audit', { 'price.ts': text, 'audit.ts': '', 'log.ts': '' });
    const { makers } = await ofLines({ path: 'price.ts', text, lines: [{ id: 'price.ts', first: 2, last: 3, test: [2, 2] }] });
    assert.deepEqual(
      new Map(makers.map(({ commit, isOrigin, files }) => [commit, { isOrigin, files }])),
      new Map([
        [first, { isOrigin: true, files: 1 }],
        [reworded, { isOrigin: false, files: 1 }],
        [other, { isOrigin: false, files: 3 }],
      ]),
    );
  });

  it('of a copy takes for its origin who brought the first of it', async () => {
    const first = repository.commit('Acme', { 'acme.ts': after });
    repository.commit('Prices', { 'acme.ts': `import x from 'x';\n${after}` });
    const { makers } = await ofLines(asked('acme.ts', `import x from 'x';\n${after}`, 1, 7));
    assert.deepEqual(
      makers.filter(({ isOrigin }) => isOrigin).map(({ commit }) => commit),
      [first],
    );
  });

  it('takes lines that were reverted and came again for as old as their return', async () => {
    repository.commit('Prices', { 'price.ts': before });
    const first = repository.commit('Acme', { 'price.ts': after });
    repository.git('revert', '--no-edit', first);
    repository.commit('Later');
    repository.git('revert', '--no-edit', 'HEAD~1');
    const { age } = await ofLines(asked('price.ts', after, 2, 4));
    assert.match(age.introduced?.subject ?? '', /^(?:Reapply|Revert "Revert) "?Acme/);
  });

  it('counts deletions between the lines as changes of them', async () => {
    repository.commit('Prices', { 'price.ts': after });
    const removed = repository.commit('Shorter', { 'price.ts': after.replace('    return base * 0.9;\n', '') });
    const { age } = await ofLines(asked('price.ts', after.replace('    return base * 0.9;\n', ''), 2, 3));
    assert.equal(age.lastTouched?.commit, removed);
  });

  it('maps lines that were edited since the last commit, and says which are not committed', async () => {
    const brought = repository.commit('Prices', { 'price.ts': after });
    const edited = `// note\n\n${after.replace('    return base * 0.9;', '    log();\n    return base * 0.9;')}`;
    const { age } = await ofLines(asked('price.ts', edited, 4, 7));
    assert.deepEqual([age.introduced?.commit, age.uncommitted], [brought, 1]);
    const unknown = await ofLines(asked('new.ts', after, 1, 3));
    assert.deepEqual(unknown.age, { introduced: null, lastTouched: null, changes: 0, uncommitted: 3, knownBy: [] });
  });

  it('says that a shallow clone ends', async () => {
    repository.commit('Prices', { 'price.ts': after });
    repository.commit('Elsewhere', { 'other.ts': '' });
    const clone = new TemporaryFolder();
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.path}`, clone.at('shallow'));
    const read = await history(clone.at('shallow'), [asked('price.ts', after, 2, 4)]);
    clone.remove();
    assert.equal(read.lines.get('price.ts')?.age.isOlder, true);
    assert.match(read.coverage.notices.join(), /The clone is shallow.*git fetch --unshallow/);
  });

  it('reads worktrees, folders further in, and submodules each in its own repository', async () => {
    const inner = new TestRepository();
    const innerCommit = inner.commit('Inner', { 'price.ts': after });
    const outerCommit = repository.commit('Outer', { 'packages/app/price.ts': after });
    repository.git('submodule', '--quiet', 'add', `file://${inner.path}`, 'packages/app/inner');
    repository.commit('Submodule');
    const tree = new TemporaryFolder();
    repository.git('worktree', 'add', '--quiet', tree.at('tree'), 'HEAD');
    const files = ['price.ts', 'inner/price.ts'].map((name) => asked(name, after, 2, 4));
    const read = await history(repository.at('packages/app'), files);
    const inTree = await history(tree.at('tree'), [asked('packages/app/price.ts', after, 2, 4)]);
    inner.remove();
    tree.remove();
    assert.deepEqual(
      [...read.lines.values()].map(({ age }) => age.introduced?.commit),
      [outerCommit, innerCommit],
    );
    assert.equal(inTree.lines.get('packages/app/price.ts')?.age.introduced?.commit, outerCommit);
  });

  it('gives notice where there is no repository, no commit or no git, and goes on', async () => {
    const file = asked('price.ts', after, 2, 4);
    assert.deepEqual((await history(repository.path, [file])).coverage.notices, ['The repository has no commit yet.']);
    const folder = new TemporaryFolder();
    const nowhere = await history(folder.path, [file]);
    folder.remove();
    assert.deepEqual([nowhere.coverage.head, nowhere.coverage.notices], [null, ['The folder is in no git repository.']]);
    const without = await history(repository.path, [file], { program: repository.at('no-git') });
    assert.match(without.coverage.notices.join(), /Git cannot be started/);
  });

  it('is not confused by names and messages that are no UTF-8', async () => {
    writeFileSync(Buffer.concat([Buffer.from(`${repository.path}/`), Buffer.from([0x66, 0xff, 0x2e, 0x74, 0x73])]), 'x\n');
    repository.commit('Names');
    const brought = repository.commit('Größe\n\n:100644 100644 a b M', { 'größe.ts': after });
    assert.equal((await ofLines(asked('größe.ts', after, 2, 4))).age.introduced?.commit, brought);
  });

  it('ends with the signal', async () => {
    repository.commit('Prices', { 'price.ts': after });
    await assert.rejects(history(repository.path, [asked('price.ts', after, 2, 4)], { signal: AbortSignal.abort() }), {
      name: 'AbortError',
    });
  });

  it('knows from the cache what HEAD had, and reads on when HEAD has moved', async () => {
    const log: string[] = [];
    const store = new HistoryCache(repository.at('.git/cache'), (line) => log.push(line));
    repository.commit('Prices', { 'price.ts': after });
    const file = asked('price.ts', after, 2, 4);
    const cold = await history(repository.path, [file], { store });
    const warm = await history(repository.path, [file], { store });
    assert.deepEqual([cold.processes > 1, warm.processes], [true, 1]);
    assert.deepEqual(warm.lines, cold.lines);
    const text = after.replace('0.9', '0.8');
    const changed = repository.commit('Less', { 'price.ts': text });
    const moved = await history(repository.path, [asked('price.ts', text, 2, 4)], { store });
    assert.equal(moved.lines.get('price.ts')?.age.lastTouched?.commit, changed);
    assert.deepEqual(log, []);
  });

  it('gives the commits of the window with what they touched, also those that touch no one-off, and from the cache', async () => {
    const store = new HistoryCache(repository.at('.git/cache'), () => undefined);
    repository.commit('Prices', { 'shop/price.ts': after });
    const second = repository.commit('Tests\n\nFor REQ-1.', { 'test/a.ts': '1\n', 'shop/b.ts': '1\n' });
    const third = repository.commit('Docs', { 'docs/a.md': '1\n' });
    repository.git('rm', '--quiet', 'docs/a.md');
    const fourth = repository.commit('No docs');
    const commitsOf = async (root: string, name: string, from: string) =>
      (await history(root, [asked(name, after, 2, 4)], { store, from })).commits?.map(({ commit, body, paths }) => [commit, body, paths]);
    const inWindow = [
      [fourth, '', ['docs/a.md']],
      [third, '', ['docs/a.md']],
      [second, 'For REQ-1.', ['shop/b.ts', 'test/a.ts']],
    ];
    assert.deepEqual(await commitsOf(repository.path, 'shop/price.ts', '2026-01-02'), inWindow);
    assert.deepEqual(await commitsOf(repository.path, 'shop/price.ts', '2026-01-02'), inWindow);
    assert.equal((await commitsOf(repository.path, 'shop/price.ts', '2026-01-04'))?.length, 1);
    assert.equal((await commitsOf(repository.path, 'shop/price.ts', '2025-01-01'))?.length, 4, 'a longer window is read anew');
    assert.deepEqual(await commitsOf(repository.at('shop'), 'price.ts', '2026-01-02'), [[second, 'For REQ-1.', ['b.ts']]]);
  });

  it('knows no commits where there is no repository', async () => {
    const folder = new TemporaryFolder({ 'price.ts': after });
    assert.equal((await history(folder.path, [asked('price.ts', after, 2, 4)])).commits, null);
    folder.remove();
  });

  for (const broken of ['', '{', '{"version":1}', 'null', '[]'])
    it(`takes a cache that holds ${broken === '' ? 'nothing' : broken} for none`, async () => {
      const log: string[] = [];
      const folder = repository.at('.git/cache');
      const store = new HistoryCache(folder, (line) => log.push(line));
      repository.commit('Prices', { 'price.ts': after });
      const file = asked('price.ts', after, 2, 4);
      const cold = await history(repository.path, [file], { store });
      for (const name of readdirSync(folder)) writeFileSync(path.join(folder, name), broken);
      assert.deepEqual((await history(repository.path, [file], { store })).lines, cold.lines);
      assert.match(log.join(), /left unread/);
    });

  it('runs no clean filter that the tree names', async () => {
    const sprung = repository.at('.git/sprung');
    repository.commit('Prices', { 'price.ts': after, '.gitattributes': '*.ts filter=trap diff=trap\n' });
    for (const key of ['filter.trap.clean', 'filter.trap.smudge', 'filter.trap.process', 'diff.trap.textconv'])
      repository.git('config', key, `sh -c 'echo ${key} >> ${sprung}; cat'`);
    repository.write({ 'price.ts': `${after}// edited\n` });
    await ofLines(asked('price.ts', `${after}// edited\n`, 2, 4));
    assert.equal(existsSync(sprung), false);
  });
});

const filler = Array.from({ length: 12 }, (_, index) => `export const value${index} = ${index};\n`).join('');
