import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Facts } from '../../../../src/facts/facts.js';
import { documentOf } from '../../../../src/link/flag-definitions/document.js';
import { readFlagDefinitions } from '../../../../src/link/flag-definitions/read-definitions.js';
import { stateOf } from '../../../../src/link/flag-definitions/state.js';
import { factsOf } from './data-facts.js';
import { formatCases } from './format-cases.js';

const noFacts = {
  lineStarts: [0],
  imports: [],
  exports: [],
  declarations: [],
  conditions: [],
  calls: [],
  accesses: [],
  complexity: 0,
  notes: [],
};

/** Texts of all cases, so that made-up documents hold the keys and words that readers look for. */
const samples = formatCases.flatMap(({ files }) => Object.entries(files)).filter(([path]) => path.endsWith('.json'));

/** A document with some of its values replaced by others of the same or another document. */
const mixed = fc
  .tuple(fc.constantFrom(...samples), fc.constantFrom(...samples), fc.array(fc.nat(400), { minLength: 1, maxLength: 6 }), fc.jsonValue())
  .map(([[path, text], [, donor], places, value]) => {
    let at = 0;
    const swap = (_: string, inner: unknown): unknown => (places.includes(at++) ? (at % 2 === 0 ? value : JSON.parse(donor)) : inner);
    const whole: unknown = JSON.parse(text, swap);
    return { path, text: JSON.stringify(whole) };
  });

describe('flag definitions that nobody would write', () => {
  it('never stop the reading', async () => {
    await fc.assert(
      fc.asyncProperty(mixed, async ({ path, text }) => {
        const definitions = readFlagDefinitions(await factsOf({ [path]: text }));
        const context = { today: '2026-01-01', customerOf: () => null, ownNames: new Set<string>() };
        for (const definition of definitions) {
          assert.ok(definition.key !== '' && definition.start <= definition.end);
          for (const { rules } of definition.environments) assert.ok(rules.every(({ percent }) => Number.isFinite(percent)));
          stateOf([definition], context);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are read although their rules refer to each other in a circle', async () => {
    const flag = `{ "state": "ENABLED", "variants": { "on": true }, "defaultVariant": "on", "targeting": { "if": [{ "$ref": "a" }, "on"] } }`;
    const evaluators = `{ "a": { "or": [{ "$ref": "b" }, { "$ref": "b" }] }, "b": { "or": [{ "$ref": "a" }, { "$ref": "a" }] } }`;
    const [found] = readFlagDefinitions(await factsOf({ 'flags.json': `{ "flags": { "x-y": ${flag} }, "$evaluators": ${evaluators} }` }));
    assert.equal(found?.key, 'x-y');
  });

  it('are cut where aliases would make them endless', () => {
    const tables = Array.from({ length: 40 }, (_, table) => ({
      ...{ name: null, isItem: false, parent: -1, declaration: -1, start: 0, end: 0 },
      entries: ['a', 'b', 'c'].map((key) => ({
        key,
        value: { is: 'table' as const, table: table + 1, start: 0, end: 0 },
        until: 0,
        start: 0,
        end: 0,
      })),
    }));
    const facts: Facts = { ...noFacts, tables, isData: true, mentions: [], directives: [], damage: [] };
    assert.equal(documentOf(facts, { is: 'table', table: 0, start: 0, end: 0 }).is, 'map');
  });
});
