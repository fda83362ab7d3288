import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import type { RedFlag } from '../../src/model/red-flag.js';
import type { GitFolder } from '../unit/git-folder.js';
import { readJsonObject, reportIn } from '../unit/report/json-file.js';
import { TemporaryFolder } from '../unit/workspace/temporary-folder.js';
import { expectedCoverage, expectedShares, workedOnRepository } from '../unit/worked-on-repository.js';
import { runCli, type Outcome } from './run-cli.js';

describe('the ten signs, over a repository and its requests', function () {
  this.timeout(60_000);
  let folder: GitFolder;
  let cache: TemporaryFolder;
  before(() => {
    folder = workedOnRepository();
    cache = new TemporaryFolder();
  });
  after(() => {
    folder.remove();
    cache.remove();
  });
  const scan = (...words: readonly string[]): Promise<Outcome> =>
    runCli(['scan', ...words], { cwd: folder.path, env: { XDG_CACHE_HOME: cache.path } });
  const signsOf = ({ stdout }: Outcome): readonly RedFlag[] => reportIn(stdout).redFlags ?? [];

  it('are counted as by hand, the first time and from the cache', async () => {
    for (let time = 0; time < 2; time++) {
      const outcome = await scan('--history', '--requests', '--format', 'json');
      assert.equal(outcome.code, 0, outcome.stderr);
      const signs = signsOf(outcome);
      for (const { number, indicators } of signs.filter((each) => expectedShares[each.number]))
        assert.deepEqual(
          indicators.map(({ numerator, denominator }) => `${numerator} of ${denominator}`),
          expectedShares[number],
          `sign ${number}`,
        );
      for (const { number, indicators } of signs.filter((each) => expectedCoverage[each.number]))
        assert.deepEqual(
          indicators.flatMap(({ coverage }) => (coverage ? [`${coverage.known} of ${coverage.of}`] : [])),
          expectedCoverage[number],
          `sign ${number}`,
        );
      const validate = new Ajv({ strict: false }).compile(readJsonObject('media/report.schema.json'));
      assert.equal(validate(JSON.parse(outcome.stdout)), true, JSON.stringify(validate.errors));
    }
  });

  it('count within the window, and sum up to it in quarters', async () => {
    const year = signsOf(await scan('--history', '--requests', '--format', 'json'));
    const hotfixes = year.find(({ number }) => number === 7)?.indicators[0];
    assert.ok(hotfixes?.window);
    assert.equal(
      hotfixes.quarters.reduce((sum, { denominator }) => sum + denominator, 0),
      6,
    );
    const month = signsOf(await scan('--history', '--requests', '--months', '1', '--format', 'json'));
    const shares = month.find(({ number }) => number === 7)?.indicators.map(({ denominator }) => denominator);
    assert.equal(shares?.[0], 1);
    const decade = signsOf(await scan('--history', '--requests', '--months', '60', '--format', 'json'));
    assert.equal(decade.find(({ number }) => number === 7)?.indicators[0]?.denominator, 7);
  });

  it('say what was not asked for', async () => {
    const withoutRequests = signsOf(await scan('--history', '--format', 'json'));
    assert.match(withoutRequests.find(({ number }) => number === 3)?.missing.join() ?? '', /No requests of a tracker are known/);
    assert.deepEqual(withoutRequests.find(({ number }) => number === 10)?.indicators, []);
    const withoutHistory = signsOf(await scan('--requests', '--format', 'json'));
    assert.match(withoutHistory.find(({ number }) => number === 7)?.missing.join() ?? '', /No history was read/);
    assert.deepEqual(signsOf(await scan('--format', 'json')), []);
  });

  it('stand in the page and in the comment', async () => {
    const html = await scan('--history', '--requests', '--format', 'html');
    assert.match(
      html.stdout,
      /Requests that were worked on within 48 hours[^]*?50&nbsp;%|Requests that were worked on within 48 hours[^]*?50\u00a0%/,
    );
    const { stdout } = await scan('--history', '--requests', '--format', 'markdown');
    assert.match(
      stdout,
      /\| 7\. Emergencies set the pace \(measured\) \| Commits that say they are hotfixes .* \| 17\u00a0% \(small sample\) \| 1 of 6 \| all \|/,
    );
    assert.match(stdout, /\n- 7: Raised priorities are not kept by trackers that were asked\.\n/);
  });
});
