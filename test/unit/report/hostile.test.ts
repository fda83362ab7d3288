import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import papaparse from 'papaparse';
import { editorLinks } from '../../../src/report/links.js';
import { formatReport, reportFormats, type ReportFormat } from '../../../src/report/registry.js';
import type { ReportInput, ReportOptions } from '../../../src/report/report-input.js';
import { exampleReport, finding } from './example-report.js';
import { withAllFields } from './full-report.js';
import { sarifErrors } from './sarif-schema.js';
import { attributeValues, readXml } from './xml-text.js';

const hostile = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '</style><b>',
  '=HYPERLINK("https://evil.example.com")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '＝1+1',
  ']]><evil/><![CDATA[',
  '&lt;&#60;&amp;',
  '::error::pwned',
  'x\n::error file=a.ts::pwned',
  '%0A::error::pwned',
  'a | b ` c `` d @octocat #1 GH-1',
  '[link](javascript:alert(1)) ![x](https://evil.example.com/p.png)',
  'www.evil.example.com https://evil.example.com',
  '\u001b[31mred\u0007',
  'a\u202Etxt.exe\u2066',
  'half \uD800 character',
  'nul \u0000 and \uFFFF',
  '{path} {line} $& $1',
  '"quotes" and \'more\'',
] as const;

/** Every text of a report that comes from outside is one of the hostile ones. */
function hostileReport(): ReportInput {
  const customers = hostile.map((text, index) => ({ ...exampleReport.customers[0], id: text, name: text, index }));
  const findings = hostile.map((text, index) =>
    finding({
      ...{
        id: `h${String(index)}`,
        path: `src/${text.replaceAll('/', '')}.ts`,
        text,
        evidence: [text, `Because of ${text}.`],
        customers: [text],
      },
      ...(index % 2 === 0 && { kind: 'flag', flag: { key: text, provider: text, state: { kind: 'one-customer', targets: [text] } } }),
    }),
  );
  const [first] = exampleReport.customers;
  assert.ok(first);
  const full = withAllFields({
    ...exampleReport,
    root: '/w/<img src=x onerror=alert(1)>',
    customers: customers.map(({ id, name }) => ({ ...first, id, name })),
    findings,
    skipped: hostile.map((text) => ({ path: text, reason: text })),
  });
  const requests = (text: string) => [{ tracker: 'jira', key: text, url: 'javascript:alert(1)', title: text, status: text }];
  const report = { ...full, findings: full.findings.map((each) => ({ ...each, requests: requests(each.text) })) };
  const [one] = report.findings;
  assert.ok(one);
  const chain = hostile.map((text) => ({
    ...{ what: 'literal' as const, text, note: text, for: [text], against: [] },
    place: { path: text, range: one.range },
  }));
  return {
    report,
    changes: { added: new Set(['h0', 'h1']), moved: new Set(), gone: report.findings.map((each) => ({ ...each, id: `gone ${each.id}` })) },
    chains: new Map([['h0', chain]]),
    opinions: hostile.map((note) => ({ sign: 8, answer: 'yes', date: '2025-01-01', note })),
  };
}

const options: ReportOptions = {
  color: false,
  minConfidence: 'low',
  severityOf: () => 'warning',
  csvTable: 'findings',
  page: { nonce: null, links: editorLinks },
};

const written = (format: ReportFormat, more: Partial<ReportOptions> = {}): Promise<string> =>
  formatReport(format, hostileReport(), { ...options, ...more });

describe('hostile names', () => {
  for (const format of reportFormats.filter((each) => each !== 'json' && each !== 'csv'))
    it(`bring no commands for terminals, turned text or halves of characters into ${format}`, async () => {
      assert.doesNotMatch(await written(format), /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    });

  it('stay text in HTML', async () => {
    const html = await written('html');
    assert.equal(html.match(/<script/g)?.length, 2, 'the data and the page’s own script');
    assert.doesNotMatch(html, /<img|<b>|<evil|href="javascript:/);
    assert.equal(html.match(/<\/style>/g)?.length, 1);
  });

  for (const csvTable of ['findings', 'customers'] as const)
    it(`are no formulas in a CSV of ${csvTable}`, async () => {
      const text = await written('csv', { csvTable });
      const { data, errors } = papaparse.parse<string[]>(text.replace(/^\uFEFF/, '').trimEnd());
      assert.deepEqual(errors, []);
      assert.equal(data.length, hostile.length + 1);
      for (const cell of data.flat()) assert.doesNotMatch(cell, /^[\s\uFFFD]*[=+\-@＝＋－＠]/u);
      assert.ok(data.flat().some((cell) => cell.includes('HYPERLINK')));
    });

  it('give GitHub one command a finding', async () => {
    const lines = (await written('github')).trimEnd().split('\n');
    assert.equal(lines.length, hostile.length);
    for (const line of lines) assert.match(line, /^::warning file=[^:,]+,line=42,endLine=42,col=7,endColumn=29,title=[^:]+::[^\r\n]+$/);
  });

  for (const format of ['checkstyle', 'junit'] as const)
    it(`stay text in the XML of ${format}`, async () => {
      const xml = await written(format);
      assert.doesNotMatch(xml, /<evil|<img|<!\[CDATA|\uFFFF/);
      const messages =
        format === 'checkstyle' ? attributeValues(readXml(xml), 'error', 'message') : attributeValues(readXml(xml), 'testcase', 'name');
      assert.equal(messages.length, hostile.length);
      assert.ok(messages.some((message) => message?.includes(': ]]><evil/><![CDATA[')));
    });

  it('leave SARIF and GitLab’s JSON what they are', async () => {
    assert.deepEqual(sarifErrors(JSON.parse(await written('sarif'))), []);
    const entries: unknown = JSON.parse(await written('gitlab'));
    assert.ok(Array.isArray(entries) && entries.length === hostile.length);
  });

  it('are no mentions, links, images or columns in Markdown', async () => {
    const text = await written('markdown');
    const html = new MarkdownIt({ html: true, linkify: true }).render(text).replace(/<code>[\s\S]*?<\/code>/g, '');
    assert.doesNotMatch(html, /@|<a |<img|<script|<b>|GH-1|#1|::error/);
    for (const [row] of html.matchAll(/<tr>[\s\S]*?<\/tr>/g)) assert.ok((row.match(/<t[dh]/g)?.length ?? 0) <= 7, row);
  });
});
