import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../../../src/model/finding.js';
import { openSession } from '../../../src/workspace/open-session.js';
import { brokenPromises, outcome, surer, type Judged } from './calibration.js';
import { branchCases } from './cases/branch-cases.js';
import { definitionCases } from './cases/definition-cases.js';
import { importCases } from './cases/import-cases.js';
import { installationCases, installationTraps } from './cases/installation-cases.js';
import { lookupCases } from './cases/lookup-cases.js';
import { markupCases, markupTemptations } from './cases/markup-cases.js';
import { nearMisses } from './cases/near-misses.js';
import { temptations } from './cases/temptations.js';
import { traps } from './cases/traps.js';
import { compact, detectText, known, loadParsers, type Case } from './detect-text.js';

const root = resolve('test/fixtures/demo');

const place = z.object({ path: z.string(), line: z.number() });
const labels = z.object({
  findings: z.array(place.extend({ kind: z.string(), customers: z.array(z.string()), flag: z.string().nullish() })),
  arguable: z.array(place),
});

const described = (at: z.infer<typeof place>, kind: string, customers: readonly string[], flag: string | null | undefined): string =>
  `${at.path}:${at.line} ${kind} ${customers.toSorted().join('|')} ${flag ?? ''}`;

/** The findings of the demo, held against its labels; those that are arguable count for neither side. */
async function judgedDemo(): Promise<readonly Judged[]> {
  const expected = labels.parse(JSON.parse(readFileSync(`${root}.expected.json`, 'utf8')));
  const wanted = new Set(expected.findings.map((label) => described(label, label.kind, label.customers, label.flag)));
  const arguable = new Set(expected.arguable.map(({ path, line }) => `${path}:${line}`));
  const session = await openSession({ root, cacheFolder: null });
  const { findings } = await session.scan();
  await session.dispose();
  return findings.flatMap(({ path, range, kind, customers, flag, confidence }) => {
    const text = described({ path, line: range.start.line }, kind, customers, flag?.key);
    const isRight = wanted.has(text);
    return isRight || !arguable.has(`${path}:${range.start.line}`) ? [{ kind, confidence, isRight, text }] : [];
  });
}

const positives: readonly Case[] = [
  ...branchCases,
  ...definitionCases,
  ...lookupCases,
  ...importCases,
  ...markupCases,
  ...installationCases,
];
const negatives: readonly Case[] = [...temptations, ...traps, ...nearMisses, ...markupTemptations, ...installationTraps].map((one) => ({
  ...one,
  expect: [],
}));

/** The findings of the tables of cases, held against what each expects. Flags have tables of their own, which expect a confidence each. */
function judgedCases(isConfigured: boolean): readonly Judged[] {
  return [...positives, ...negatives].flatMap(({ name, code, expect, maybe = [], config, ...surroundings }) => {
    const findings = detectText(code, { ...surroundings, config: config ?? (isConfigured ? known : {}) });
    const judge = (finding: Finding): readonly Judged[] => {
      const text = compact(code, finding);
      if (finding.kind === 'flag' || maybe.includes(text)) return [];
      return [{ kind: finding.kind, confidence: finding.confidence, isRight: expect.includes(text), text: `${name}: ${text}` }];
    };
    return findings.flatMap(judge);
  });
}

function judged(confidence: Judged['confidence'], right: number, wrong: number, kind: Judged['kind'] = 'branch'): readonly Judged[] {
  return Array.from({ length: right + wrong }, (_, index) => ({ kind, confidence, isRight: index < right, text: String(index) }));
}

describe('the promise of a confidence', () => {
  for (const [confidence, right, wrong, isKept] of [
    ['high', 95, 5, true],
    ['high', 94, 6, false],
    ['medium', 80, 20, true],
    ['medium', 79, 21, false],
    ['low', 0, 10, true],
  ] as const)
    it(`is ${isKept ? 'kept' : 'broken'} when ${right} of ${right + wrong} are right at ${confidence}`, () => {
      assert.equal(brokenPromises(judged(confidence, right, wrong)).length, isKept ? 0 : 1);
    });

  it('is not kept by one confidence or kind for another', () => {
    const broken = brokenPromises([...judged('high', 1000, 0), ...judged('medium', 1, 1), ...judged('high', 1, 1, 'lookup')]);
    assert.deepEqual(broken, ['branch, medium: 0.500 of 2 are right; wrong:\n  1', 'lookup, high: 0.500 of 2 are right; wrong:\n  1']);
  });
});

describe('confidence', function () {
  this.timeout(60_000);
  before(loadParsers);

  const sources: readonly {
    readonly name: string;
    readonly judged: () => readonly Judged[] | Promise<readonly Judged[]>;
    /** Whether it holds enough that looks like a one-off and is none. */
    readonly isHard: boolean;
    readonly atLeast: Readonly<Record<'high' | 'medium', number>>;
  }[] = [
    { name: 'the demo, without configuration', judged: judgedDemo, isHard: false, atLeast: { high: 60, medium: 5 } },
    {
      name: 'the tables of cases, without configuration',
      judged: () => judgedCases(false),
      isHard: true,
      atLeast: { high: 100, medium: 100 },
    },
    {
      name: 'the tables of cases, with customers configured',
      judged: () => judgedCases(true),
      isHard: true,
      atLeast: { high: 200, medium: 5 },
    },
  ];
  for (const { name, judged: judge, isHard, atLeast } of sources)
    it(`keeps its promise over ${name}`, async () => {
      const all = await judge();
      assert.deepEqual(brokenPromises(all), []);
      for (const confidence of ['high', 'medium'] as const) {
        const { count } = outcome(all, confidence);
        assert.ok(count >= atLeast[confidence], `only ${count} findings are ${confidence}`);
      }
      // What is low is so for a reason: called medium, it would break the promise.
      if (isHard) assert.notDeepEqual(brokenPromises(surer(all)), []);
    });
});
