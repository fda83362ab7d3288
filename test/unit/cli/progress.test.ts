import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { showProgress } from '../../../src/cli/progress.js';

/** Looks like stderr on a terminal, or in a pipe, and keeps what is written. */
class Screen extends PassThrough {
  readonly columns = 80;
  readonly isTTY: boolean;
  written = '';

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
    this.on('data', (chunk: Buffer) => (this.written += chunk.toString()));
  }
}

describe('showProgress', () => {
  it('shows step and count on a terminal and wipes them away at the end', () => {
    const stream = new Screen(true);
    const display = showProgress(stream);
    display.show({ step: 'parse', done: 30, total: 120 });
    display.end();
    assert.match(stream.written, /Finding files/);
    assert.match(stream.written, /Reading [█░]+ 30\/120/);
    assert.ok(stream.written.lastIndexOf('\u001b[') > stream.written.lastIndexOf('30/120'));
  });

  it('writes nothing into a pipe', () => {
    const stream = new Screen(false);
    const display = showProgress(stream);
    display.show({ step: 'parse', done: 30, total: 120 });
    display.end();
    assert.equal(stream.written, '');
  });
});
