import assert from 'node:assert/strict';
import { ParsePool, type ParseOutcome, type SourceText } from '../../../src/workspace/parse-pool.js';

const dying = new URL('./workers/dying-worker.js', import.meta.url);

async function parseAll(files: readonly SourceText[], worker?: URL): Promise<ReadonlyMap<string, ParseOutcome>> {
  const pool = new ParsePool({ parser: 'typescript-estree', threads: 2, ...(worker && { worker }) });
  const outcomes = new Map<string, ParseOutcome>();
  const run = pool.start((path, outcome) => {
    assert.equal(outcomes.has(path), false, `${path} came twice`);
    outcomes.set(path, outcome);
  });
  for (const file of files) await run.add(file);
  await run.finish();
  await pool.close();
  return outcomes;
}

function good(count: number): SourceText[] {
  return Array.from({ length: count }, (_, index) => ({ path: `good-${index}.ts`, text: `if (tenant === 'acme') f(${index});` }));
}

describe('ParsePool', function () {
  this.timeout(30_000);

  it('parses every file once, in as many batches as it takes', async () => {
    const outcomes = await parseAll(good(100));
    assert.equal(outcomes.size, 100);
    for (const outcome of outcomes.values()) assert.match('json' in outcome ? outcome.json : outcome.reason, /"acme"/);
  });

  for (const [what, text, reason] of [
    ['ends its thread', 'KILL THE THREAD', /It stopped the parser's thread twice: the thread ended/],
    ['throws', 'THROW', /It stopped the parser's thread twice: thrown by the worker/],
  ] as const) {
    it(`goes on when a file ${what}`, async () => {
      const files = good(60);
      files.splice(30, 0, { path: 'bad.ts', text });
      const outcomes = await parseAll(files, dying);
      assert.equal(outcomes.size, 61);
      for (const [path, outcome] of outcomes) {
        if (path === 'bad.ts') assert.match('reason' in outcome ? outcome.reason : 'parsed', reason);
        else assert.equal('json' in outcome, true, path);
      }
    });
  }

  it('survives 5,000 nested brackets and says what it could not read', async () => {
    const deep = `const a = ${'['.repeat(5000)}${']'.repeat(5000)};`;
    const nested = `${'if (tenant) {'.repeat(5000)}${'}'.repeat(5000)}`;
    const calls = `x = ${'f('.repeat(5000)}${')'.repeat(5000)};`;
    const chain = `x = a${' + a'.repeat(5000)};`;
    const texts = [deep, nested, calls, chain];
    const outcomes = await parseAll([...texts.map((text, index) => ({ path: `deep-${index}.ts`, text })), ...good(1)]);
    assert.equal(outcomes.size, 5);
    for (const outcome of outcomes.values()) assert.equal('json' in outcome || outcome.reason !== '', true);
    const last = outcomes.get('good-0.ts');
    assert.equal(last !== undefined && 'json' in last, true);
  });
});
