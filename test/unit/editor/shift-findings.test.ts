import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shiftFindings, type Edit } from '../../../src/editor/shift-findings.js';
import type { Position, Range } from '../../../src/model/finding.js';
import { finding } from './examples.js';

const text = ['first', 'second', 'if (acme) {', '  gold();', '}', 'last'].join('\n');

function offsetOf(source: string, { line, column }: Position): number {
  const lines = source.split('\n').slice(0, line - 1);
  return lines.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

function positionOf(source: string, offset: number): Position {
  const lines = source.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function rangeOf(source: string, part: string): Range {
  const offset = source.indexOf(part);
  return { start: positionOf(source, offset), end: positionOf(source, offset + part.length) };
}

const slice = (source: string, { start, end }: Range) => source.slice(offsetOf(source, start), offsetOf(source, end));
const edited = (source: string, edit: Edit) =>
  source.slice(0, offsetOf(source, edit.start)) + edit.text + source.slice(offsetOf(source, edit.end));

const branch = finding({ range: rangeOf(text, 'acme'), region: rangeOf(text, 'if (acme) {\n  gold();\n}') });

const replace = (part: string, by: string): Edit => ({ ...rangeOf(text, part), text: by });

describe('findings in text that is being edited', () => {
  const cases: readonly [string, Edit, string | null][] = [
    ['move with lines put in above', replace('second', 'a\nb\nc'), 'if (acme) {\n  gold();\n}'],
    ['move with lines taken out above', replace('first\nsecond', ''), 'if (acme) {\n  gold();\n}'],
    ['move with text before them in the line', replace('if (', 'else if ('), '(acme) {\n  gold();\n}'],
    ['stay where text behind them changes', replace('last', 'end\nend'), 'if (acme) {\n  gold();\n}'],
    ['grow with their region', replace('gold();', 'gold();\n  more();'), 'if (acme) {\n  gold();\n  more();\n}'],
    ['go when they are edited themselves', replace('acme', 'acmes'), null],
    ['go when something in them is edited', replace('cm', 'x'), null],
    ['go when all around them is replaced', replace('second\nif (acme) {\n  gold', ''), null],
  ];
  for (const [what, edit, region] of cases)
    it(what, () => {
      const [shifted] = shiftFindings([branch], [edit]);
      assert.equal(shifted ? slice(edited(text, edit), shifted.range) : null, region === null ? null : 'acme');
      if (shifted?.region && region !== null)
        assert.match(slice(edited(text, edit), shifted.region), new RegExp(`${region.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
    });

  it('always cover the same text', () => {
    const offset = fc.nat(text.length);
    const edits = fc.array(fc.tuple(offset, offset, fc.constantFrom('', 'x', '\n', 'one\ntwo', '\n\n')), { maxLength: 5 });
    fc.assert(
      fc.property(edits, (drawn) => {
        let source = text;
        let findings: ReturnType<typeof shiftFindings> = [branch];
        for (const [a, b, by] of drawn) {
          const [from, to] = [Math.min(a, b, source.length), Math.min(Math.max(a, b), source.length)];
          const edit = { start: positionOf(source, from), end: positionOf(source, to), text: by };
          findings = shiftFindings(findings, [edit]);
          source = edited(source, edit);
        }
        for (const { range } of findings) assert.equal(slice(source, range), 'acme');
      }),
    );
  });
});
