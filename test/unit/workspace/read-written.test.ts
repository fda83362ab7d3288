import assert from 'node:assert/strict';
import { formatJson } from '../../../src/report/json.js';
import { formatTrendJson } from '../../../src/report/trend-pretty.js';
import { readEarlierReport, readTrend } from '../../../src/workspace/read-written.js';
import { exampleReport } from '../report/example-report.js';
import { exampleTrend } from '../report/full-report.js';
import { TemporaryFolder } from './temporary-folder.js';

describe('files that One-Off wrote', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder({ 'report.json': formatJson(exampleReport), 'trend.json': formatTrendJson(exampleTrend(['acme'])) });
  });
  afterEach(() => {
    folder.remove();
  });

  it('are read back', () => {
    const report = readEarlierReport(folder.at('report.json'));
    assert.ok('findings' in report);
    assert.deepEqual(
      report.findings.map(({ id }) => id),
      ['a1', 'a2', 'a3', 'a4'],
    );
    assert.deepEqual(readTrend(folder.at('trend.json')), exampleTrend(['acme']));
  });

  const wrong: readonly (readonly [text: string, problem: RegExp])[] = [
    ['', /report\.json cannot be read: .*JSON.* Give a file that oneoff scan --format json wrote\.$/],
    ['{}', /report\.json is not what oneoff scan writes \(schemaVersion: .*\)\. Give a file/],
    [formatJson(exampleReport).replace('"a1"', '7'), /is not what oneoff scan writes \(findings\.0\.id: .*\)\./],
    [formatJson(exampleReport).replace('"schemaVersion": 1', '"schemaVersion": 2'), /\(schemaVersion: /],
  ];
  for (const [text, problem] of wrong)
    it(`are named with what is wrong: ${text.slice(0, 20)}`, () => {
      folder.write({ 'report.json': text });
      const read = readEarlierReport(folder.at('report.json'));
      assert.match('problem' in read ? read.problem : '', problem);
    });

  it('are told apart', () => {
    const read = readTrend(folder.at('report.json'));
    assert.match('problem' in read ? read.problem : '', /is not what oneoff trend writes \(points: .*\)\. Give a file that oneoff trend/);
  });
});
