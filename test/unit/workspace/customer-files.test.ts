import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { ImportedCustomer } from '../../../src/model/config.js';
import { formatConfigProblem } from '../../../src/workspace/config-document.js';
import { importCustomers } from '../../../src/workspace/customer-files.js';
import { readCsv, readJson } from '../../../src/workspace/table.js';
import { readConfig } from '../../../src/workspace/read-config.js';
import { TemporaryFolder, type FileContents } from './temporary-folder.js';

describe('customer files', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  function imported(config: object, files: FileContents): { customers: readonly ImportedCustomer[]; problems: readonly string[] } {
    folder.write(files);
    const { config: read, document } = readConfig(folder.at('oneoff.config.json'), JSON.stringify(config));
    assert.ok(read);
    const { customers, problems } = importCustomers(read, document, folder.path);
    return { customers, problems: problems.map((problem) => formatConfigProblem(problem).replaceAll(folder.path + path.sep, '')) };
  }

  const one = (text: string | Buffer, name = 'a.csv'): Partial<ImportedCustomer> | undefined => {
    const { customers, problems } = imported({ customerFiles: [name] }, { [name]: text });
    assert.deepEqual(problems, []);
    return customers[0];
  };

  it('are read with the headers of Salesforce, with the currency beside the amount', () => {
    const text =
      'Account ID,Account Name,Type,Website,Annual Revenue,ARR\n0015g00000XyZaBQAV,"Globex, Inc.",Customer - Direct,http://www.globex.io/de,9000000,"USD 12,500.50"\n';
    assert.deepEqual(one(text), {
      ...{
        id: 'globex',
        name: 'Globex, Inc.',
        aliases: [],
        ids: ['0015g00000XyZaBQAV'],
        domains: ['globex.io'],
        status: 'active',
        standing: 'customer',
      },
      ...{ revenue: { amount: 12500.5, currency: 'USD' }, tier: null, origin: 'a.csv:2' },
    });
  });

  it('are read with the headers of HubSpot', () => {
    const text =
      'Record ID\tCompany name\tCompany Domain Name\tLifecycle Stage\tTotal revenue\n8237461\tHooli\thooli.com\tFormer customer\t\n';
    const { name, ids, domains, status, revenue } = one(text, 'hub.tsv') ?? {};
    assert.deepEqual(
      { name, ids, domains, status, revenue },
      { name: 'Hooli', ids: ['8237461'], domains: ['hooli.com'], status: 'gone', revenue: null },
    );
  });

  it('are read from JSON, also inside an object and with objects for rows', () => {
    const text =
      '{ "total": 1, "accounts": [{ "id": "acme", "name": "Acme", "aliases": ["AX"], "billing": { "plan": "gold", "arr": 1200 } }] }';
    const { id, aliases, tier, revenue } = one(text, 'a.json') ?? {};
    assert.deepEqual(
      { id, aliases, tier, revenue },
      { id: 'acme', aliases: ['AX'], tier: 'gold', revenue: { amount: 1200, currency: null } },
    );
  });

  const encodings: readonly (readonly [string, Buffer])[] = [
    ['UTF-8', Buffer.from('name\nMüller\n')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFname\nMüller\n')],
    ['UTF-16', Buffer.from('\uFEFFname\r\nMüller\r\n', 'utf16le')],
    ['Windows', Buffer.from('name\r\nMüller\r\n', 'latin1')],
  ];
  for (const [name, bytes] of encodings)
    it(`are read in ${name}`, () => {
      assert.equal(one(bytes)?.name, 'Müller');
    });

  const amounts: readonly (readonly [written: string, amount: number | null, currency: string | null])[] = [
    ['1.234,50', 1234.5, null],
    ['€ 1.234.567', 1234567, '€'],
    ['1,234,567.89 USD', 1234567.89, 'USD'],
    ["CHF 12'000", 12000, 'CHF'],
    ['12,5', 12.5, null],
    ['12,500', 12500, null],
    ['0', 0, null],
    ['n/a', null, null],
    ['soon', null, null],
  ];
  for (const [written, amount, currency] of amounts)
    it(`read the amount ${written}`, () => {
      assert.deepEqual(one(`name|arr\nAcme|${written}\n`)?.revenue, amount === null ? null : { amount, currency });
    });

  for (const [written, status] of [
    ['Active', 'active'],
    ['Closed Won', 'active'],
    ['Closed', 'gone'],
    ['churned 2024', 'gone'],
    ['Former Customer', 'gone'],
    ['Inactive', 'gone'],
    ['Prospect', 'unknown'],
    ['Sales Qualified Lead', 'unknown'],
    ['something', 'unknown'],
    ['', 'unknown'],
  ])
    it(`read the status “${written ?? ''}”`, () => {
      assert.equal(one(`name,status\nAcme,${written ?? ''}\n`)?.status, status);
    });

  it('take a website that many share, or none, for no domain', () => {
    assert.deepEqual(one('name,website\nAcme,https://www.linkedin.com/company/acme; N/A; acme.com\n')?.domains, ['acme.com']);
  });

  it('follow the names of columns that the configuration gives', () => {
    const files = { 'a.csv': 'Firma,Mandant,Kürzel\nAcme GmbH,42,acme\n' };
    const { customers, problems } = imported(
      { customerFiles: [{ path: 'a.csv', columns: { id: 'kürzel', ids: 'Mandant', tier: 'Stuffe' } }] },
      files,
    );
    assert.deepEqual([customers[0]?.id, customers[0]?.name, customers[0]?.ids], ['acme', 'Acme GmbH', ['42']]);
    assert.deepEqual(problems, [
      'oneoff.config.json:1:83 warning: "a.csv" has no column "Stuffe". Its columns are Firma, Mandant, Kürzel.',
    ]);
  });

  it('are one with customers that are configured, whose id counts', () => {
    const config = { customers: [{ id: 'acme', aliases: ['AX'], domains: ['ax.example'] }, { id: 'globex' }], customerFiles: ['a.csv'] };
    const files = { 'a.csv': 'name,website\nAcme Holdings,ax.example\nGLOBEX Ltd,\nHooli,\n' };
    assert.deepEqual(
      imported(config, files).customers.map(({ id, name }) => [id, name]),
      [
        ['acme', 'Acme Holdings'],
        ['globex', 'GLOBEX Ltd'],
        ['hooli', 'Hooli'],
      ],
    );
  });

  it('say where a row is broken and go on with the rest', () => {
    const files = { 'a.csv': 'id,name\n1,Acme\n,\n2,"Globex\nof the north"\n3,Hooli,too,much\n , \n,Acme Inc\n4,"Initech\n' };
    const { customers, problems } = imported({ customerFiles: ['a.csv'] }, files);
    assert.deepEqual(
      customers.map(({ name }) => name),
      ['Acme', 'Globex\nof the north'],
    );
    assert.deepEqual(problems, [
      'a.csv:6:1 warning: This row has 4 cells, the first line 2; it is left out. Put quotes around cells that hold the delimiter.',
      'a.csv:9:1 warning: A quote in this row is not closed or not doubled; the row is left out. Close the quote; within quotes, write " twice.',
      'a.csv:8:1 warning: "Acme Inc" is the customer of a.csv:2 again; this row is left out. Merge the rows, or give each customer its own name and id.',
    ]);
  });

  it('tell the first twenty problems and how many more there are', () => {
    const { problems } = imported({ customerFiles: ['a.csv'] }, { 'a.csv': `name\n${'x,y\n'.repeat(50)}` });
    assert.equal(problems.length, 21);
    assert.match(problems.at(-1) ?? '', /30 more rows have problems/);
  });

  const broken: readonly (readonly [why: string, name: string, files: FileContents, problem: RegExp])[] = [
    [
      'missing',
      'no.csv',
      {},
      /oneoff\.config\.json:1:19 warning: The customer file "no\.csv" is not read: there is no such file\. Paths are/,
    ],
    ['a folder', 'd', { 'd/x': '' }, /it is no file/],
    ['empty', 'a.csv', { 'a.csv': '' }, /a\.csv:1:1 warning: The file is empty/],
    ['without names', 'a.csv', { 'a.csv': 'colour,size\nred,1\n' }, /No column has the customers' names: colour, size\. Name one "name"/],
    ['broken JSON', 'a.json', { 'a.json': '[\n{"name" "x"}]' }, /a\.json:2:1 warning: This is not valid JSON\. Correct it\./],
    ['JSON without a list', 'a.json', { 'a.json': '{ "a": 1 }' }, /There is no list in it/],
    ['outside', '../../etc/passwd', {}, /it lies outside of the configuration's folder/],
    ['absolute', '/etc/passwd', {}, /it lies outside of the configuration's folder/],
  ];
  for (const [why, name, files, problem] of broken)
    it(`are told when ${why}`, () => {
      const { customers, problems } = imported({ customerFiles: [name] }, files);
      assert.deepEqual(customers, []);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', problem);
    });

  it('say on which line of JSON a row stands', () => {
    const text = '{\n  "a": [\n    { "name": "Acme" },\r\n    7,\n\n    { "name": "Globex" }\n  ]\n}';
    const { customers, problems } = imported({ customerFiles: ['a.json'] }, { 'a.json': text });
    assert.deepEqual(
      customers.map(({ origin }) => origin),
      ['a.json:3', 'a.json:6'],
    );
    assert.deepEqual(problems, ['a.json:4:1 warning: This entry is no object; it is left out. Write { "name": … }.']);
  });

  it('are not read through a link that leads out', () => {
    const other = new TemporaryFolder({ 'secret.csv': 'name\nAcme\n' });
    symlinkSync(other.at('secret.csv'), folder.at('a.csv'));
    const { customers, problems } = imported({ customerFiles: ['a.csv'] }, {});
    other.remove();
    assert.deepEqual(customers, []);
    assert.match(problems[0] ?? '', /outside of the configuration's folder/);
  });

  it('never fail, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', '1', '{', '[', ']', '}', ':'), maxLength: 40 }),
        (text) => {
          const lines = text.split(/\r\n|\r|\n/).length;
          for (const { rows, faults } of [readCsv(text), readJson(text)])
            for (const { line } of [...rows, ...faults]) assert.ok(line >= 1 && line <= lines);
        },
      ),
    );
  });
});
