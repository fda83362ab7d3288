import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { confidences, type Confidence, type Finding } from '../../../src/model/finding.js';
import { openSession } from '../../../src/workspace/open-session.js';

const root = resolve('test/fixtures/demo');

/** What the documentation of confidences promises: the share of right findings. */
const promised = { high: 0.95, medium: 0.8 } as const;

const place = z.object({ path: z.string(), line: z.number() });
const labels = z.object({
  findings: z.array(place.extend({ kind: z.string(), customers: z.array(z.string()), flag: z.string().nullish() })),
  arguable: z.array(place),
});

const expected = labels.parse(JSON.parse(readFileSync(`${root}.expected.json`, 'utf8')));

const described = (at: z.infer<typeof place>, kind: string, customers: readonly string[], flag: string | null | undefined): string =>
  `${at.path}:${at.line} ${kind} ${customers.toSorted().join('|')} ${flag ?? ''}`;

const wanted = new Set(expected.findings.map((label) => described(label, label.kind, label.customers, label.flag)));
const arguable = new Set(expected.arguable.map(({ path, line }) => `${path}:${line}`));

describe('confidence', () => {
  const byConfidence = new Map<Confidence, { readonly right: string[]; readonly wrong: string[] }>();

  before(async function () {
    this.timeout(60_000);
    const session = await openSession({ root, cacheFolder: null });
    const { findings } = await session.scan();
    await session.dispose();
    for (const confidence of confidences) byConfidence.set(confidence, { right: [], wrong: [] });
    for (const finding of findings) judge(finding);
  });

  /** Sorts a finding by whether it is labelled; one that is arguable counts for neither side. */
  function judge({ path, range, kind, customers, flag, confidence }: Finding): void {
    const at = { path, line: range.start.line };
    const text = described(at, kind, customers, flag?.key);
    const isRight = wanted.has(text);
    if (isRight || !arguable.has(`${at.path}:${at.line}`)) byConfidence.get(confidence)?.[isRight ? 'right' : 'wrong'].push(text);
  }

  for (const [confidence, atLeast] of [
    ['high', 60],
    ['medium', 5],
  ] as const) {
    it(`${confidence} is right at least ${promised[confidence] * 100} times in 100 in the demo workspace, without configuration`, () => {
      const { right = [], wrong = [] } = byConfidence.get(confidence) ?? {};
      const share = right.length / (right.length + wrong.length);
      assert.ok(right.length >= atLeast, `only ${right.length} findings are ${confidence}`);
      assert.ok(share >= promised[confidence], `${share.toFixed(3)}; wrong:\n  ${wrong.join('\n  ')}`);
    });
  }
});
