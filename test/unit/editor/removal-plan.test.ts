import assert from 'node:assert/strict';
import { planRemoval } from '../../../src/editor/removal-plan.js';

/** Removes the comment between « and » and gives what is left. */
function without(marked: string): string {
  const text = marked.replace(/[«»]/g, '');
  const lines = text.split('\n');
  const at = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };
  const offsetOf = ({ line, column }: { line: number; column: number }) =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
  const range = { start: at(marked.indexOf('«')), end: at(marked.indexOf('»') - 1) };
  const { start, end } = planRemoval((line) => lines[line - 1] ?? '', lines.length, range);
  return text.slice(0, offsetOf(start)) + text.slice(offsetOf(end));
}

const cases: readonly (readonly [why: string, marked: string, left: string])[] = [
  ['a line of its own', 'a();\n  «// x»\nb();', 'a();\nb();'],
  ['beside code', 'a();  «// x»\nb();', 'a();\nb();'],
  ['before code', '  «/* x */» a();', '  a();'],
  ['in braces', '<p>\n  {«/* x */»}\n</p>', '<p>\n</p>'],
  ['in braces beside an element', '<b /> {«/* x */»}\n', '<b />\n'],
  ['several lines', 'a();\n«/*\n x\n*/»\nb();', 'a();\nb();'],
  ['the last line', 'a();\n«// x»', 'a();\n'],
  ['between code', 'a(«/* x */» b);', 'a( b);'],
];

describe('planRemoval', () => {
  for (const [why, marked, left] of cases)
    it(`takes away a comment: ${why}`, () => {
      assert.equal(without(marked), left);
    });
});
