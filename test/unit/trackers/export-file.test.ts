import assert from 'node:assert/strict';
import type { TrackerConfig } from '../../../src/model/tracker.js';
import type { TrackerItem } from '../../../src/model/tracker-item.js';
import { exportedDate } from '../../../src/trackers/export-dates.js';
import { ExportFile } from '../../../src/trackers/export-file.js';
import { readExport } from '../../../src/workspace/read-export.js';
import { TemporaryFolder } from '../workspace/temporary-folder.js';
import { trackerConfig } from './connect.js';

describe('exports of trackers', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  function open(text: string, change: Partial<TrackerConfig> = {}): ExportFile {
    const path = change.path ?? 'a.csv';
    folder.write({ [path]: text });
    const config = trackerConfig({ id: 'csv', type: 'file', path, ...change });
    return new ExportFile({ config, readExport: (name) => Promise.resolve().then(() => readExport(name, folder.path, folder.path)) });
  }

  async function all(file: ExportFile): Promise<{ readonly items: readonly TrackerItem[]; readonly notices: readonly string[] }> {
    const items: TrackerItem[] = [];
    const notices: string[] = [];
    for await (const page of file.changedSince()) {
      items.push(...page.items);
      notices.push(...(page.notices ?? []));
    }
    return { items, notices };
  }

  it('of Jira: repeated columns, quoted line breaks, its own dates', async () => {
    const text =
      '\uFEFFSummary,Issue key,Issue Type,Status,Priority,Created,Updated,Resolved,Labels,Labels,Labels,Description\n' +
      '"Own, ""special"" price",PROD-1,Story,Done,High,12/Mar/26 4:05 PM,13/Mar/26 9:00 AM,13/Mar/26 9:00 AM,customer-acme,,billing,"first\nsecond"\n';
    const { items, notices } = await all(open(text));
    assert.deepEqual(notices, []);
    assert.deepEqual(items, [
      {
        ...{
          tracker: 'csv',
          key: 'PROD-1',
          title: 'Own, "special" price',
          body: 'first\nsecond',
          type: 'Story',
          status: 'Done',
          state: 'done',
        },
        ...{ labels: ['customer-acme', 'billing'], customers: [{ name: 'acme' }], priority: 'High', scores: {} },
        ...{
          createdAt: '2026-03-12T16:05:00.000Z',
          updatedAt: '2026-03-13T09:00:00.000Z',
          closedAt: '2026-03-13T09:00:00.000Z',
          dueAt: null,
          url: '',
        },
      },
    ]);
  });

  it('of Linear and Aha!, with semicolons or tabs, and columns that the configuration names', async () => {
    const linear = await all(open('ID;Title;Status;Labels;Updated\nENG-1;Login;In Progress;a, b;2026-01-02T03:04:05Z\n'));
    assert.deepEqual(
      linear.items.map(({ key, state, labels }) => [key, state, labels]),
      [['ENG-1', 'in-progress', ['a', 'b']]],
    );
    const aha = await all(
      open('Reference #\tName\tWer\tIdea score\tARR\tAufwand\nS-I-1\tx\tGlobex; Hooli\t12.5\t9000\t3.5\nS-I-2\ty\tHooli\t\t9000\t\n', {
        columns: { key: 'Reference #', customers: 'Wer', score: 'Idea score', hours: 'Aufwand' },
      }),
    );
    assert.deepEqual(
      aha.items.map(({ key, customers, scores, hoursSpent }) => [key, customers, scores, hoursSpent]),
      [
        ['S-I-1', [{ name: 'Globex' }, { name: 'Hooli' }], { 'Idea score': 12.5 }, 3.5],
        ['S-I-2', [{ name: 'Hooli', value: 9000 }], {}, undefined],
      ],
    );
  });

  it('in JSON, with labels that are objects', async () => {
    const text = JSON.stringify({
      cards: [{ key: 'c-1', name: 'Logo', labels: [{ name: 'customer-acme' }], url: 'https://trello.com/c/1' }],
    });
    const { items } = await all(open(text, { path: 'a.json' }));
    assert.deepEqual(
      items.map(({ key, title, customers, url }) => [key, title, customers, url]),
      [['c-1', 'Logo', [{ name: 'acme' }], 'https://trello.com/c/1']],
    );
  });

  it('tell what could not be read', async () => {
    const { items, notices } = await all(
      open('Key,Title,Updated\nA-1,x,03/04/2026\n,y,03/04/2026\nA-3,"z\n', { columns: { body: 'Text' } }),
    );
    assert.deepEqual(
      items.map(({ key }) => key),
      ['A-1'],
    );
    assert.deepEqual(notices, [
      'a.csv has no column "Text".',
      'a.csv:4: A quote in this row is not closed or not doubled; the row is left out. Close the quote; within quotes, write " twice.',
      '1 row of a.csv without a key were left out.',
      'The dates in a.csv can be read in several ways. Say in "dateOrder" how they are written.',
    ]);
    await assert.rejects(all(open('Name\nx\n')), {
      name: 'TrackerError',
      message: /csv: no column of a\.csv has the keys: Name\. Say which in "columns"/,
    });
    await assert.rejects(
      all(
        new ExportFile({
          config: trackerConfig({ id: 'csv', type: 'file', path: '../b.csv' }),
          readExport: (name) => Promise.resolve().then(() => readExport(name, folder.path, folder.path)),
        }),
      ),
      /lies outside of the configuration's folder/,
    );
  });

  it('are searched and asked by key as other trackers are', async () => {
    const file = open('Key,Title,Labels\nA-1,Own price,customer-acme\nA-2,Logo,\n');
    assert.deepEqual(
      (await file.search({ text: 'PRICE', customer: 'acme' })).map(({ key }) => key),
      ['A-1'],
    );
    assert.deepEqual(
      (await file.search({ labels: ['Customer-Acme'] })).map(({ key }) => key),
      ['A-1'],
    );
    const { found, missing } = await file.fetchByKeys(['A-2', 'A-9']);
    assert.deepEqual([[...found.keys()], missing], [['A-2'], ['A-9']]);
    assert.equal((await file.whoAmI()).name, 'a.csv, 2 items');
  });

  it('have dates in the order that is said, and none that can be read in two ways', () => {
    const cases = [
      ['2026-03-04', null, '2026-03-04T00:00:00.000Z'],
      ['2026-03-04 05:06', null, exportedDate('2026-03-04T05:06', null)],
      ['04.03.2026', 'day-month-year', '2026-03-04T00:00:00.000Z'],
      ['3/4/26 5:06 PM', 'month-day-year', '2026-03-04T17:06:00.000Z'],
      ['2026/3/4', 'year-month-day', '2026-03-04T00:00:00.000Z'],
      ['04/03/2026', null, null],
      ['31.02.2026', 'day-month-year', null],
      ['4-Mar-2026', null, '2026-03-04T00:00:00.000Z'],
      ['soon', 'day-month-year', null],
      ['', null, null],
    ] as const;
    for (const [text, order, iso] of cases) assert.equal(exportedDate(text, order), iso, text);
  });
});
