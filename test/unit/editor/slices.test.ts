import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { Slices } from '../../../src/editor/slices.js';

function spin(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

describe('slices', () => {
  it('do everything once, however often it is asked for', async () => {
    const done: number[] = [];
    const slices = new Slices<number>(String, (items) => done.push(...items));
    slices.add(Array.from({ length: 100 }, (_, index) => index % 50));
    slices.add([3, 50]);
    await wait(50);
    assert.deepEqual(
      done,
      Array.from({ length: 51 }, (_, index) => index),
    );
  });

  it('let others have a turn in between', async () => {
    const order: string[] = [];
    await new Promise<void>((resolve) => {
      const slices = new Slices<number>(String, (items) => {
        if (order.length === 0) setImmediate(() => order.push('other'));
        spin(items.length);
        order.push('work');
        if (items.includes(59)) resolve();
      });
      slices.add(Array.from({ length: 60 }, (_, index) => index));
    });
    assert.deepEqual(order, ['work', 'other', 'work', 'work', 'work', 'work', 'work']);
  });

  it('stop when disposed', async () => {
    let done = 0;
    const slices = new Slices<number>(String, () => done++);
    slices.add([1]);
    slices.dispose();
    await wait(20);
    assert.equal(done, 0);
  });
});
