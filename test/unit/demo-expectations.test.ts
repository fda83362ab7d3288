import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../../src/model/finding.js';
import { kinds } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import { openSession } from '../../src/workspace/open-session.js';

const root = resolve('test/fixtures/demo');

const place = z.strictObject({ path: z.string(), line: z.int().positive() });
const label = place.extend({
  kind: z.enum(kinds),
  customers: z.array(z.string()),
  flag: z.string().nullable().optional(),
  text: z.string(),
});
const remark = place.extend({ why: z.string() });

/** `arguable`: two careful readers differ about the line, so neither answer is held against the engine. */
const expectations = z.strictObject({ findings: z.array(label), arguable: z.array(remark), nonFindings: z.array(remark) });

type Label = z.infer<typeof label>;

const expected = expectations.parse(JSON.parse(readFileSync(`${root}.expected.json`, 'utf8')));

const at = ({ path, line }: { path: string; line: number }): string => `${path}:${line}`;

const describeLabel = (found: Label): string =>
  [at(found), found.kind, found.kind === 'flag' ? (found.flag ?? '?') : '', found.customers.toSorted().join('|')]
    .filter(Boolean)
    .join('  ');

function asLabel(finding: Finding): Label {
  return {
    path: finding.path,
    line: finding.range.start.line,
    kind: finding.kind,
    customers: [...finding.customers],
    flag: finding.flag?.key ?? null,
    text: finding.text,
  };
}

/** Items of `left` that `right` lacks; an item that occurs twice has to be there twice. */
function lacking(left: readonly string[], right: readonly string[]): string[] {
  const rest = new Map<string, number>();
  for (const item of right) rest.set(item, (rest.get(item) ?? 0) + 1);
  return left.filter((item) => {
    const count = rest.get(item) ?? 0;
    rest.set(item, count - 1);
    return count <= 0;
  });
}

const sourceLine = ({ path, line }: { path: string; line: number }): string =>
  readFileSync(`${root}/${path}`, 'utf8').split('\n')[line - 1] ?? '';

const listed = (title: string, items: readonly string[]): string => `${title} (${items.length}):\n  ${items.join('\n  ')}`;

async function scan(configFile?: string): Promise<Report> {
  const session = await openSession({ root, configFile, cacheFolder: null });
  try {
    return await session.scan();
  } finally {
    await session.dispose();
  }
}

function assertFindings(report: Report, labels: readonly Label[]): void {
  const arguable = new Set(expected.arguable.map(at));
  const wanted = labels.map(describeLabel);
  const found = report.findings
    .map(asLabel)
    .filter((finding) => !arguable.has(at(finding)) || wanted.includes(describeLabel(finding)))
    .map(describeLabel);

  const missing = lacking(wanted, found);
  const unexpected = lacking(found, wanted);
  const message = [listed('missing', missing), listed('unexpected', unexpected)].join('\n');
  assert.ok(missing.length === 0 && unexpected.length === 0, message);
}

function assertTemptationsResisted(report: Report): void {
  const temptations = new Map(expected.nonFindings.map((remark) => [at(remark), remark.why]));
  const fallenFor = report.findings.map(asLabel).filter((finding) => temptations.has(at(finding)));
  const lines = fallenFor.map((finding) => `${describeLabel(finding)}  (${String(temptations.get(at(finding)))})`);
  assert.deepEqual(lines, []);
}

describe('demo workspace, without configuration', () => {
  let report: Report;

  before(async function () {
    this.timeout(60_000);
    report = await scan();
  });

  it('shows every labelled one-off and nothing else', () => {
    assertFindings(report, expected.findings);
  });

  it('leaves the tempting places alone', () => {
    assertTemptationsResisted(report);
  });

  it('hears every directive and has nothing to correct in them', () => {
    assert.deepEqual(report.directives, { ignored: 2, problems: [] });
    const keys = report.findings.flatMap(({ requests = [] }) => requests.map(({ key }) => key));
    assert.deepEqual(keys.toSorted(), ['#77', 'LED-482', 'LED-511', 'LED-530']);
  });

  it('infers exactly the customers that the one-offs name', () => {
    const named = new Set(expected.findings.flatMap(({ customers }) => customers));
    assert.deepEqual(report.customers.map(({ id }) => id).toSorted(), [...named].toSorted());
    const apart = report.customers.filter(({ standing }) => standing !== 'customer');
    assert.deepEqual(
      apart.map(({ id, standing }) => `${id} ${standing}`),
      ['demo rehearsal'],
    );
    assert.ok(report.customers.every(({ source, evidence }) => source === 'inferred' && evidence.length > 0));
  });

  it('reads every file', () => {
    assert.deepEqual(report.skipped, []);
  });
});

describe('demo workspace, with its customers configured and imported', () => {
  const configuredNames = new Map([
    ['tenant-1042', 'tyrell'],
    ['northwind', 'northwind-traders'],
    ['9d3f6a52-7c1e-4b60-8a55-0e2f9c1d7b34', 'wonka'],
  ]);
  let report: Report;

  before(async function () {
    this.timeout(60_000);
    report = await scan(`${root}.config.json`);
  });

  it('shows the same one-offs, under the configured names', () => {
    const renamed = expected.findings.map((found) => ({
      ...found,
      customers: found.customers.map((customer) => configuredNames.get(customer) ?? customer),
    }));
    assertFindings(report, renamed);
  });

  it('leaves the tempting places alone', () => {
    assertTemptationsResisted(report);
  });

  it('says which customers come from the CRM, and nothing that only it knows', () => {
    const imported = report.customers.filter(({ source }) => source === 'imported').map(({ id }) => id);
    assert.deepEqual(imported.toSorted(), ['fjordline', 'hooli', 'northwind-traders', 'tyrell']);
    assert.doesNotMatch(JSON.stringify(report), /61.?500|Enterprise"|0017R0/);
  });
});

describe('labels of the demo workspace', () => {
  it('point at lines that hold their text', () => {
    const wrong = expected.findings.filter((found) => !sourceLine(found).includes(found.text)).map(describeLabel);
    assert.deepEqual(wrong, []);
  });

  it('never call one line both a one-off and none', () => {
    const oneOffs = new Set([...expected.findings, ...expected.arguable].map(at));
    assert.deepEqual(
      expected.nonFindings.map(at).filter((line) => oneOffs.has(line)),
      [],
    );
  });

  it('remark on lines that hold code', () => {
    const blank = [...expected.arguable, ...expected.nonFindings].filter((remark) => sourceLine(remark).trim() === '');
    assert.deepEqual(blank, []);
  });

  for (const [kind, atLeast] of Object.entries({ branch: 25, definition: 10, lookup: 10, import: 6, flag: 12, fork: 4 })) {
    it(`cover ${kind} at least ${atLeast} times`, () => {
      assert.ok(expected.findings.filter((found) => found.kind === kind).length >= atLeast);
    });
  }

  it('hold at least 65 tempting places', () => {
    assert.ok(expected.nonFindings.length >= 65);
  });
});
