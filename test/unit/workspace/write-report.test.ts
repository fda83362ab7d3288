import assert from 'node:assert/strict';
import { MessageChannel } from 'node:worker_threads';
import { openTrackers } from '../../../src/cli/open-trackers.js';
import { assessWithTrackers } from '../../../src/cli/requests.js';
import { openSession } from '../../../src/workspace/open-session.js';
import { SessionClient } from '../../../src/workspace/session-client.js';
import { SessionServer } from '../../../src/workspace/session-server.js';
import type { Session } from '../../../src/workspace/session.js';
import { writeReport } from '../../../src/workspace/write-report.js';
import type { GitFolder } from '../git-folder.js';
import { reportIn } from '../report/json-file.js';
import { expectedShares, workedOnRepository } from '../worked-on-repository.js';

const never = new AbortController().signal;

describe('a report of a folder that was assessed', function () {
  this.timeout(30_000);
  let folder: GitFolder;
  let onCommandLine: Session;
  let inEditor: Session;
  let ports: MessageChannel;
  beforeEach(async () => {
    folder = workedOnRepository();
    [onCommandLine, inEditor] = await Promise.all([
      openSession({ root: folder.path, cacheFolder: null }),
      openSession({ root: folder.path, cacheFolder: null }),
    ]);
    ports = new MessageChannel();
  });
  afterEach(async () => {
    ports.port1.close();
    await Promise.all([onCommandLine.dispose(), inEditor.dispose()]);
    folder.remove();
  });

  it('says of the signs what was counted, and is the same text from the command line and from the editor', async () => {
    new SessionServer(ports.port2, () => Promise.resolve(inEditor));
    const client = new SessionClient(ports.port1);
    await onCommandLine.scan();
    const history = { history: true, items: [] };
    const { report } = await assessWithTrackers(onCommandLine, folder.path, history, {
      ...{ isOffline: true, cacheFolder: null, signal: never },
    });
    const trackers = openTrackers(folder.path, onCommandLine.configuration(), null);
    await Promise.all(trackers.map((tracker) => tracker.sync({ now: () => Date.now(), signal: never })));
    await client.scan({ root: folder.path, exclude: [], cacheFolder: null }, {}, never);
    const items = trackers.flatMap((tracker) => tracker.items);
    await client.assess(folder.path, { history: true, items }, {}, never);
    for (const format of ['json', 'html', 'markdown', 'sarif', 'csv'] as const) {
      const { text } = await writeReport(onCommandLine, report, { format });
      const exported = await client.report(folder.path, { format }, report.requests?.trackers ?? [], never);
      const timeless = (written: string): string => written.replace(/"ms": \{[^}]*\}/, '');
      assert.equal(timeless(exported), timeless(text), format);
    }
    const written = reportIn(await client.report(folder.path, { format: 'json' }, [], never));
    for (const { number, indicators } of written.redFlags?.filter((each) => expectedShares[each.number]) ?? [])
      assert.deepEqual(
        indicators.map(({ numerator, denominator }) => `${numerator} of ${denominator}`),
        expectedShares[number],
        `sign ${number}`,
      );
  });
});
