import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { ChangeQueue, type Job } from '../../../src/editor/change-queue.js';

/** A queue whose jobs end when the test says so. */
function watched(scanAbove?: number) {
  const jobs: Job[] = [];
  const ends: (() => void)[] = [];
  const queue = new ChangeQueue({
    run: (job) => {
      jobs.push(job);
      return new Promise((resolve) => ends.push(resolve));
    },
    ...(scanAbove === undefined ? {} : { scanAbove }),
  });
  const end = async (): Promise<void> => {
    ends.shift()?.();
    await wait(15);
  };
  const paths = () =>
    jobs.map((job) => (job.scan ? 'scan' : job.changes.map(({ path, text }) => (text ? `${path}=${text}` : path)).join(' ')));
  return { queue, end, paths };
}

const changed = (path: string, text?: string) => ({ path, type: 'changed', ...(text === undefined ? {} : { text }) }) as const;

describe('change queue', () => {
  it('turns a burst into one job, the last text of a file winning', async () => {
    const { queue, paths } = watched();
    for (let index = 1; index <= 50; index++) queue.push(changed('a.ts', `v${index}`), 10);
    queue.push(changed('b.ts'), 10);
    await wait(40);
    assert.deepEqual(paths(), ['a.ts=v50 b.ts']);
  });

  it('runs one job at a time and what came meanwhile next', async () => {
    const { queue, end, paths } = watched();
    queue.push(changed('a.ts', 'v1'), 0);
    await wait(15);
    queue.push(changed('a.ts', 'v2'), 0);
    queue.push(changed('a.ts', 'v3'), 0);
    await wait(15);
    assert.deepEqual(paths(), ['a.ts=v1']);
    assert.equal(queue.waitsFor('a.ts'), true);
    await end();
    assert.deepEqual(paths(), ['a.ts=v1', 'a.ts=v3']);
    assert.equal(queue.waitsFor('a.ts'), false);
    assert.equal(queue.idle, false);
    await end();
    assert.equal(queue.idle, true);
  });

  it('does not let steady typing put an update off', async () => {
    const { queue, paths } = watched();
    for (let key = 0; key < 12; key++) {
      queue.push(changed('a.ts', `${key}`), 25);
      await wait(10);
    }
    assert.ok(paths().length >= 1);
  });

  it('lets typing go ahead of files on disk that wait longer', async () => {
    const { queue, paths } = watched();
    queue.push(changed('disk.ts'), 200);
    queue.push(changed('a.ts', 'typed'), 10);
    await wait(60);
    assert.deepEqual(paths(), ['disk.ts a.ts=typed']);
  });

  it('scans when very much changed at once, and works unsaved text in afterwards', async () => {
    const { queue, end, paths } = watched(10);
    for (let index = 0; index < 20; index++) queue.push(changed(`${index}.ts`), 0);
    queue.push(changed('open.ts', 'unsaved'), 0);
    await wait(15);
    assert.deepEqual(paths(), ['scan']);
    await end();
    assert.deepEqual(paths(), ['scan', 'open.ts=unsaved']);
  });

  it('does nothing after its end', async () => {
    const { queue, paths } = watched();
    queue.push(changed('a.ts'), 0);
    queue.dispose();
    queue.push(changed('b.ts'), 0);
    await wait(20);
    assert.deepEqual(paths(), []);
  });
});
