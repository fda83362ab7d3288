import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diffLines } from '../../../src/history/line-diff.js';
import { keyedLines, type KeyedLines } from '../../../src/history/line-keys.js';
import { lineBefore } from '../../../src/history/trace-lines.js';

const keyed = (text: string): KeyedLines => keyedLines(Buffer.from(text));
const text = fc
  .array(fc.constantFrom('a', 'b', '  b', 'c();', '}', '', 'return x;', 'x = 1'), { maxLength: 30 })
  .map((lines) => lines.join('\n'));

describe('line diff', () => {
  it('maps lines to equal lines, in order, and leaves out no more than it must', () => {
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const diff = diffLines(keyed(older), keyed(newer));
        const [old, now] = [older.split('\n'), newer.split('\n')];
        let last = -1;
        for (let line = 0; line < keyed(newer).keys.length; line++) {
          const was = lineBefore(diff, line);
          if (was === null) continue;
          assert.equal(old[was]?.trim(), now[line]?.trim());
          assert.ok(was > last);
          last = was;
        }
      }),
    );
  });

  it('maps every line of a text to itself', () => {
    fc.assert(
      fc.property(text, (same) => {
        assert.deepEqual(diffLines(keyed(same), keyed(same)).hunks, []);
      }),
    );
  });

  it('finds the line that an edited one was, and none for a new one', () => {
    const older = "if (tenant === 'acme') {\n  discount(base, 0.9);\n}\n";
    const newer = "if (tenant === 'acme') {\n  audit();\n  discount(base, 0.8);\n}\n";
    const { hunks, edits } = diffLines(keyed(older), keyed(newer));
    assert.deepEqual(hunks, [{ oldStart: 1, oldEnd: 2, newStart: 1, newEnd: 3 }]);
    assert.deepEqual([...edits], [[2, 1]]);
  });

  const head = 'const flags = {\n';
  const flag = (name: string): string => `  ${name}: fromEnvironment(\n    '${name}',\n    false,\n  ),\n`;
  const call = (name: string): string => `function ${name}() {\n  go();\n}\n\n`;
  const places: readonly (readonly [string, string, string, readonly [number, number]])[] = [
    ['a block at the end', `${head}${flag('a')}${flag('b')}};\n`, `top();\n${head}${flag('a')}${flag('b')}${flag('acme')}};\n`, [10, 14]],
    ['a block in the middle', `${head}${flag('a')}${flag('b')}};\n`, `top();\n${head}${flag('a')}${flag('acme')}${flag('b')}};\n`, [6, 10]],
    ['a function at the end', `${call('a')}end();\n`, `${call('a')}${call('acme')}end();\n`, [4, 8]],
    ['a function before all', `${call('a')}end();\n`, `${call('acme')}${call('a')}end();\n`, [0, 4]],
  ];
  for (const [name, older, newer, [start, end]] of places)
    it(`takes ${name} for added and taken away as a whole`, () => {
      const added = diffLines(keyed(older), keyed(newer)).hunks.at(-1);
      assert.deepEqual([added?.newStart, added?.newEnd], [start, end]);
      const deleted = diffLines(keyed(newer), keyed(older)).hunks.at(-1);
      assert.deepEqual([deleted?.oldStart, deleted?.oldEnd], [start, end]);
    });

  it('reads UTF-16 and marks of byte order as the same text', () => {
    const plain = [...keyed('größe = 1;\nb\n').keys];
    const marked = Buffer.from('\ufeffgröße = 1;\nb\n');
    const little = Buffer.from('\ufeffgröße = 1;\nb\n', 'utf16le');
    for (const content of [marked, little, Buffer.from(little).swap16()]) assert.deepEqual([...keyedLines(content).keys], plain);
  });

  it('gets through long texts that have nothing or everything in another order in common', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);
    const older = keyed(lines.join('\n'));
    assert.equal(diffLines(older, keyed(lines.map((line) => `${line} new`).join('\n'))).hunks.length, 1);
    assert.ok(diffLines(older, keyed(lines.toReversed().join('\n'))).hunks.length > 0);
  });
});
