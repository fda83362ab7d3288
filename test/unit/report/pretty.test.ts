import assert from 'node:assert/strict';
import { formatPretty } from '../../../src/report/pretty.js';
import { exampleReport, finding, problem } from './example-report.js';

const plain = { color: false, minConfidence: 'medium' } as const;

describe('formatPretty', () => {
  it('tells by customer and file what there is, words before figures', () => {
    assert.equal(
      formatPretty(exampleReport, plain),
      [
        'Acme Corp  2 one-offs  configured',
        '  src/price.ts',
        "    42  branch      tenant.slug === 'acme'  18 lines",
        "     3  import      import './acme'",
        '',
        'Flags without a customer  1',
        '  src/tenants.ts',
        "    42  flag        isOn('sso')  18 lines · configured",
        '',
        'Nothing was found for Initech.',
        '1 one-off of less than medium confidence is not listed; --min-confidence low shows them.',
        '5 places skipped:',
        '  a.ts: It is binary, not source text.',
        '  b.ts: It is binary, not source text.',
        '  c.ts: It is binary, not source text.',
        '  … and 2 more; --format json lists them all.',
        '3 one-offs in 1,234 files, 56,789 lines in 1.9 s (700 parsed, 34 from the cache)',
        '',
      ].join('\n'),
    );
  });

  it('says in words what state a flag is in', () => {
    const flag = {
      key: 'sso',
      provider: 'unleash',
      state: { kind: 'one-customer', targets: ['ac\u001bme'], expired: '2025-01-01' },
    } as const;
    const findings = [finding({ kind: 'flag', customers: [], text: 'isOn()', flag })];
    assert.match(
      formatPretty({ ...exampleReport, findings }, plain),
      /isOn\(\) {2}18 lines · unleash · only ac\uFFFDme, expired 2025-01-01\n/,
    );
  });

  it('lists the doubtful on request and says that they are', () => {
    const text = formatPretty(exampleReport, { ...plain, minConfidence: 'low' });
    assert.match(text, /Globex\? {2}1 one-off {2}inferred, medium\n {2}“globex” is a key of TENANTS\.\n/);
    assert.match(text, /globex: {2}18 lines · low confidence/);
    assert.doesNotMatch(text, /not listed/);
    assert.doesNotMatch(formatPretty(exampleReport, { ...plain, minConfidence: 'high' }), /Flags without/);
  });

  it('says how many are ignored, which directives to correct, and what asked for a one-off', () => {
    const requests = [{ tracker: null, key: 'PROD-7', url: null }];
    const directives = { ignored: 1, problems: [problem, problem, problem, problem] };
    const text = formatPretty({ ...exampleReport, findings: [finding({ requests })], directives }, plain);
    assert.match(text, /18 lines · PROD-7\n/);
    const line = '  src/price.ts:7: There is no one-off in this file to ignore. Remove it.\n';
    const more = '  … and 1 more; --format json lists them all.\n';
    assert.ok(text.includes(`1 one-off is ignored by directives.\n4 directives to correct:\n${line.repeat(3)}${more}`), text);
  });

  it('lists own brands and test tenants last and leaves them out of the headline', () => {
    const [acme, ...others] = exampleReport.customers;
    assert.ok(acme);
    const apart = { ...acme, id: 'demo', name: 'Demo', standing: 'rehearsal' as const };
    const findings = [finding({ customers: ['demo'] }), finding(), finding({ customers: ['acme', 'demo'] })];
    const text = formatPretty({ ...exampleReport, customers: [apart, acme, ...others], findings }, plain);
    assert.match(text, /^Acme Corp {2}2 one-offs/);
    assert.match(text, /\n\nOwn brands and test tenants\n\nDemo {2}2 one-offs/);
    assert.match(text, /\n2 one-offs, 1 more for own brands and test tenants, in /);
  });

  it('colours only when asked to', () => {
    assert.equal(formatPretty(exampleReport, plain).includes('\u001b['), false);
    assert.equal(formatPretty(exampleReport, { ...plain, color: true }).includes('\u001b[1mAcme Corp'), true);
  });

  it('shows terminal commands in sources instead of obeying them', () => {
    const hostile = finding({ text: "tenant === '\u001b[2J\u0007\u202Eacme'", path: 'src/\u001b]0;x.ts' });
    const text = formatPretty({ ...exampleReport, findings: [hostile] }, plain);
    assert.doesNotMatch(text, /[\u0007\u001b\u202e]/);
    assert.match(text, /tenant === '�\[2J��acme'/);
  });

  it('tells an empty folder from a clean one', () => {
    const clean = { ...exampleReport, customers: [], findings: [], skipped: [] };
    assert.match(formatPretty(clean, plain), /^No one-offs were found\.\n0 one-offs in 1,234 files/);
    assert.match(formatPretty({ ...clean, stats: { ...clean.stats, files: 0, lines: 0 } }, plain), /^No source files were found/);
  });
});
