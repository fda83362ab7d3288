import assert from 'node:assert/strict';
import { z } from 'zod';
import { compareReports } from '../../../src/assess/compare-reports.js';
import type { Severity } from '../../../src/model/config.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Step } from '../../../src/model/explanation.js';
import { editorLinks } from '../../../src/report/links.js';
import { markdownLimit } from '../../../src/report/markdown.js';
import { formatReport, reportFormats, type ReportFormat } from '../../../src/report/registry.js';
import type { ReportInput, ReportOptions } from '../../../src/report/report-input.js';
import { exampleReport, finding } from './example-report.js';
import { withAllFields } from './full-report.js';
import { sarifErrors } from './sarif-schema.js';
import { attributeValues, readXml } from './xml-text.js';

const options: ReportOptions = {
  color: false,
  minConfidence: 'low',
  severityOf: () => 'information',
  csvTable: 'findings',
  page: { nonce: null, links: editorLinks },
};

const write = (format: ReportFormat, input: ReportInput, more: Partial<ReportOptions> = {}): Promise<string> =>
  formatReport(format, input, { ...options, ...more });

const bySeverity = (severities: Readonly<Record<string, Severity>>) => ({
  severityOf: ({ kind }: Finding): Severity => severities[kind] ?? 'information',
});

const result = z.object({
  ruleId: z.string(),
  level: z.string(),
  baselineState: z.string().optional(),
  partialFingerprints: z.record(z.string(), z.string()),
  locations: z.tuple([z.object({ physicalLocation: z.object({ artifactLocation: z.object({ uri: z.string() }), region: z.unknown() }) })]),
  codeFlows: z
    .tuple([
      z.object({
        threadFlows: z.tuple([
          z.object({ locations: z.array(z.object({ location: z.object({ message: z.object({ text: z.string() }) }) })) }),
        ]),
      }),
    ])
    .optional(),
});
const log = z.object({
  runs: z.tuple([
    z.object({ results: z.array(result), tool: z.object({ driver: z.object({ rules: z.array(z.object({ id: z.string() })) }) }) }),
  ]),
});

describe('every format', () => {
  for (const format of reportFormats)
    it(`${format} is the same text each time, whatever the scan took`, async () => {
      const full = withAllFields(exampleReport);
      const slower = { ...full, stats: { ...full.stats, parsed: 0, cached: 734, ms: { total: 99_000 } } };
      const first = await write(format, { report: full });
      assert.equal(await write(format, { report: full }), first);
      if (format !== 'json' && format !== 'pretty') assert.equal(await write(format, { report: slower }), first);
    });

  for (const format of reportFormats)
    it(`${format} has something to say of an empty workspace`, async () => {
      const stats = { ...exampleReport.stats, files: 0, lines: 0 };
      const text = await write(format, { report: { ...exampleReport, customers: [], findings: [], skipped: [], stats } });
      if (format !== 'github') assert.notEqual(text, '');
    });

  for (const format of reportFormats.filter((each) => each !== 'json' && each !== 'markdown'))
    it(`${format} leaves out what is less certain than asked for`, async () => {
      const doubtful = finding({ id: 'low', path: 'src/doubtful.ts', confidence: 'low' });
      const report = { ...exampleReport, findings: [finding(), doubtful] };
      assert.ok((await write(format, { report })).includes('doubtful.ts'));
      assert.ok(!(await write(format, { report }, { minConfidence: 'medium' })).includes('doubtful.ts'));
    });
});

describe('SARIF', () => {
  const place = { path: 'src/is acme#1.ts', range: finding().range };
  const steps: readonly Step[] = [
    { what: 'condition', text: 'isAcme(tenant)', place: { ...place, path: 'src/price.ts' }, note: '', for: [], against: [] },
    { what: 'predicate', text: 'isAcme', place, note: "returns tenant.slug === 'acme'", for: [], against: [] },
    { what: 'customer', text: 'Acme', place: null, note: '', for: [], against: [] },
  ];

  it('conforms to the official schema with all that it can hold', async () => {
    const report = withAllFields(exampleReport);
    const earlier = { findings: [...report.findings.slice(1), finding({ id: 'old', text: 'old' })] };
    const input = { report, changes: compareReports(earlier, report), chains: new Map([['a1', steps]]) };
    const text = await write('sarif', input, bySeverity({ branch: 'error', import: 'warning', lookup: 'off' }));
    assert.deepEqual(sarifErrors(JSON.parse(text)), []);
    const [{ results, tool }] = log.parse(JSON.parse(text)).runs;
    assert.deepEqual(
      results.map(({ ruleId, level, baselineState, partialFingerprints }) => [
        ruleId,
        level,
        baselineState,
        ...Object.values(partialFingerprints),
      ]),
      [
        ['branch', 'error', 'new', 'a1'],
        ['import', 'warning', 'unchanged', 'a2'],
        ['lookup', 'none', 'unchanged', 'a3'],
        ['flag', 'note', 'unchanged', 'a4'],
        ['branch', 'none', 'absent', 'old'],
      ],
    );
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      ['branch', 'lookup', 'import', 'flag'],
    );
    assert.deepEqual(
      results[0]?.codeFlows?.[0].threadFlows[0].locations.map(({ location }) => location.message.text),
      ['condition isAcme(tenant)', "predicate isAcme returns tenant.slug === 'acme'", 'customer Acme'],
    );
  });

  it('takes the word of a gate for what is new', async () => {
    const findings = (['new', 'unchanged', 'absent'] as const).map((baselineState) => finding({ id: baselineState, baselineState }));
    const text = await write('sarif', { report: { ...exampleReport, findings } });
    assert.deepEqual(sarifErrors(JSON.parse(text)), []);
    assert.deepEqual(
      log.parse(JSON.parse(text)).runs[0].results.map(({ baselineState }) => baselineState),
      ['new', 'unchanged', 'absent'],
    );
  });

  it('would be caught without a message', () => {
    assert.notDeepEqual(sarifErrors({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{}] }] }), []);
  });

  it('names no path of this machine, and paths as addresses', async () => {
    const report = { ...exampleReport, root: '/home/jo/shop', findings: [finding({ path: 'src/a b#c?.ts' })] };
    const text = await write('sarif', { report });
    assert.doesNotMatch(text, /\/home\/jo/);
    assert.equal(log.parse(JSON.parse(text)).runs[0].results[0]?.locations[0].physicalLocation.artifactLocation.uri, 'src/a%20b%23c%3F.ts');
  });
});

describe('lists of problems', () => {
  const severities = bySeverity({ branch: 'error', import: 'warning', lookup: 'off', flag: 'hint' });

  it('on GitHub are annotations by severity, without kinds that are off', async () => {
    assert.equal(
      await write('github', { report: exampleReport }, severities),
      [
        "::error file=src/price.ts,line=42,endLine=42,col=7,endColumn=29,title=One-Off%3A branch::A branch for Acme Corp: tenant.slug === 'acme' (high confidence)",
        "::warning file=src/price.ts,line=3,endLine=3,col=1,endColumn=9,title=One-Off%3A import::An import for Acme Corp: import './acme' (high confidence)",
        "::notice file=src/tenants.ts,line=42,endLine=42,col=7,endColumn=29,title=One-Off%3A flag::A flag without a customer: isOn('sso') (medium confidence)",
        '',
      ].join('\n'),
    );
  });

  it('on GitHub begin with what is new, as only the first ten are shown', async () => {
    const changes = { added: new Set(['a4']), moved: new Set<string>(), gone: [] };
    const [first] = (await write('github', { report: exampleReport, changes }, severities)).split('\n');
    assert.match(first ?? '', /title=One-Off%3A flag%2C new::/);
  });

  it('on GitLab have a place, a severity and the id of the finding', async () => {
    const [first, ...others]: unknown[] = z
      .array(z.unknown())
      .parse(JSON.parse(await write('gitlab', { report: exampleReport }, severities)));
    assert.equal(others.length, 2);
    assert.deepEqual(first, {
      description: "A branch for Acme Corp: tenant.slug === 'acme'",
      check_name: 'oneoff/branch',
      fingerprint: 'a1',
      severity: 'critical',
      location: { path: 'src/price.ts', lines: { begin: 42, end: 42 } },
    });
  });

  it('in Checkstyle stand under their files', async () => {
    const xml = readXml(await write('checkstyle', { report: exampleReport }, severities));
    assert.deepEqual(attributeValues(xml, 'file', 'name'), ['src/price.ts', 'src/tenants.ts']);
    assert.deepEqual(attributeValues(xml, 'error', 'severity'), ['error', 'warning', 'info']);
    assert.deepEqual(attributeValues(xml, 'error', 'line'), ['42', '3', '42']);
  });

  it('in JUnit fail only for errors and warnings, and only for what is new where that is known', async () => {
    const outcome = async (changes?: ReportInput['changes']) => {
      const xml = readXml(await write('junit', { report: exampleReport, ...(changes && { changes }) }, severities));
      return ['tests', 'failures', 'skipped'].map((name) => attributeValues(xml, 'testsuites', name)[0]);
    };
    assert.deepEqual(await outcome(), ['3', '2', '1']);
    assert.deepEqual(await outcome({ added: new Set(['a2']), moved: new Set(), gone: [] }), ['3', '1', '2']);
    assert.deepEqual(await outcome({ added: new Set(), moved: new Set(), gone: [] }), ['3', '0', '3']);
  });
});

describe('CSV', () => {
  it('has a row a finding, with what asked for it and how old it is', async () => {
    const report = withAllFields({ ...exampleReport, findings: exampleReport.findings.slice(0, 2) });
    const [header, first] = (await write('csv', { report })).split('\r\n');
    assert.match(
      header ?? '',
      /^\uFEFFid,kind,path,line,column,first line,last line,customers,confidence,code,reason,flag,provider,state,requests,/,
    );
    assert.match(first ?? '', /^a1,branch,src\/price\.ts,42,7,42,59,Acme Corp,high,tenant\.slug === 'acme',/);
    assert.match(first ?? '', /,LED-100,2020-05-01T10:00:00Z,/);
  });
});

describe('Markdown', () => {
  const many = Array.from({ length: 3_000 }, (_, index) =>
    finding({ id: `f${String(index)}`, path: `src/${'deep/'.repeat(30)}f${String(index)}.ts`, text: 'x'.repeat(120) }),
  );

  it('fits a comment, with the most important first, however much there is', async () => {
    const report = withAllFields({ ...exampleReport, findings: many });
    const changes = { added: new Set(many.map(({ id }) => id)), moved: new Set<string>(), gone: many };
    const customers = Array.from({ length: 2_000 }, (_, index) => ({
      ...exampleReport.customers[0],
      id: `c${String(index)}`,
      name: 'n'.repeat(5_000),
    }));
    const [acme] = exampleReport.customers;
    assert.ok(acme);
    const text = await write('markdown', {
      report: { ...report, customers: [acme, ...customers.map(({ id, name }) => ({ ...acme, id, name }))] },
      changes,
    });
    assert.ok(text.length <= markdownLimit, String(text.length));
    assert.match(text, /^# w: code for single customers\n\n\*\*1 customer has code of its own/);
  });

  it('leaves out whole blocks that would not fit, and says so', async () => {
    const [acme] = exampleReport.customers;
    assert.ok(acme);
    const customers = Array.from({ length: 15 }, (_, index) => ({
      ...acme,
      id: `c${String(index)}`,
      name: `${String(index)}${'n'.repeat(6_000)}`,
    }));
    const findings = customers.map(({ id }) => finding({ id, customers: [id] }));
    const text = await write('markdown', { report: { ...exampleReport, customers, findings } });
    assert.ok(text.length <= markdownLimit);
    assert.doesNotMatch(text, /## Customers/);
    assert.match(text, /## How sure this is[\s\S]*_Some of the report did not fit; the HTML report has all of it\._\n$/);
  });
});
