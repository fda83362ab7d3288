import assert from 'node:assert/strict';
import { defaultConfig } from '../../../src/model/config.js';
import { configuredSource } from '../../../src/model/debt.js';
import { starterConfig } from '../../../src/report/starter-config.js';
import { readConfig } from '../../../src/workspace/read-config.js';
import { exampleReport } from './example-report.js';

describe('starterConfig', () => {
  it('is a valid configuration with each inferred customer and the reason it is there', () => {
    const doubtful = {
      ...exampleReport.customers[1],
      id: 'maybe',
      name: 'Maybe "x"',
      confidence: 'low',
      evidence: ['Seen\nonce.'],
    } as const;
    const text = starterConfig(
      [...exampleReport.customers, { aliases: [], source: 'inferred', standing: 'customer', against: [], findings: 0, ...doubtful }],
      defaultConfig,
    );
    const { config, problems } = readConfig('/w/oneoff.config.json', text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      config?.customers.map(({ id }) => id),
      ['globex'],
    );
    assert.match(text, /\/\/ “globex” is a key of TENANTS\.\n {4}\{ "id": "globex", "name": "Globex" \},/);
    assert.match(text, /\/\/ Doubtful:\n {4}\/\/ Seen once\.\n {4}\/\/ \{ "id": "maybe", "name": "Maybe \\"x\\"" \},/);
  });

  it('keeps what was configured', () => {
    const acme = {
      id: 'acme',
      name: 'Acme',
      aliases: ['AX'],
      ids: ['7'],
      domains: ['acme.example.com'],
      status: 'gone',
      standing: 'first-party',
    } as const;
    const before = {
      ...defaultConfig,
      customers: [acme],
      customerFiles: [
        { path: 'crm.csv', columns: {} },
        { path: 'more.json', columns: { name: 'Firm' } },
      ],
      notCustomers: ['stripe'],
      exclude: ['legacy/**'],
      include: ['src'],
      severities: { ...defaultConfig.severities, flag: 'off' },
      debt: { ...defaultConfig.debt, months: 6, reuse: { low: 0.1, high: 0.3, source: configuredSource } },
    } as const;
    assert.deepEqual(readConfig('/w/oneoff.config.json', starterConfig([], before)).config, before);
  });

  it('is valid when nothing was inferred', () => {
    assert.deepEqual(readConfig('/w/oneoff.config.json', starterConfig([], defaultConfig)).config, defaultConfig);
  });
});
