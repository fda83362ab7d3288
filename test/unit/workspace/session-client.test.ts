import assert from 'node:assert/strict';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { defaultConfig } from '../../../src/model/config.js';
import { noGitEvidence } from '../../../src/link/forks/git-evidence.js';
import type { Explanation, Step } from '../../../src/model/explanation.js';
import { schemaVersion } from '../../../src/model/report.js';
import type { TrackerItem } from '../../../src/model/tracker-item.js';
import type { CommittedFile } from '../../../src/history/committed-text.js';
import type { Finding } from '../../../src/model/finding.js';
import { CancelledError, SessionClient, WorkerEndedError } from '../../../src/workspace/session-client.js';
import { isReply, type FileFindings, type FolderSummary } from '../../../src/workspace/session-protocol.js';
import { SessionServer } from '../../../src/workspace/session-server.js';
import type { AssessRequest, Change, Session } from '../../../src/workspace/session.js';
import { finding } from '../editor/examples.js';

/** A session whose findings the test lays down. */
class FakeSession implements Session {
  found = new Map<string, readonly Finding[]>();
  readonly updates: (readonly Change[])[] = [];
  readonly assessed: AssessRequest[] = [];
  steps: readonly Step[] = [];
  disposed = false;
  wait: (signal?: AbortSignal) => Promise<void> = () => Promise.resolve();

  async scan(signal?: AbortSignal, onProgress?: Parameters<Session['scan']>[1]) {
    onProgress?.({ step: 'parse', done: 1, total: 1 });
    await this.wait(signal);
    return this.report();
  }
  async update(changes: readonly Change[]) {
    this.updates.push(changes);
    const files = new Map(changes.map(({ path }) => [path, this.found.get(path) ?? []]));
    return Promise.resolve({ files, customersChanged: false });
  }
  async assess(request: AssessRequest) {
    this.assessed.push(request);
    this.found = new Map([...this.found].map(([path, findings]) => [path, findings.map((each) => ({ ...each, age }))]));
    return Promise.resolve(this.report());
  }
  readCopies() {
    return Promise.resolve(this.report());
  }
  gitEvidence() {
    return noGitEvidence;
  }
  report() {
    const stats = { files: 1, parsed: 1, cached: 0, lines: 1, bytes: 1, ms: {} };
    const tool = { name: 'oneoff', version: '0' };
    const directives = { ignored: 0, problems: [] };
    return {
      schemaVersion,
      tool,
      root: '/w',
      customers: [],
      findings: [...this.found.values()].flat(),
      directives,
      skipped: [],
      stats,
    } as const;
  }
  placeDirective() {
    return Promise.resolve({ line: 2, column: 1, text: '// oneoff-ignore-next-line x\n' });
  }
  committedText({ commit, path, isBefore }: CommittedFile) {
    return Promise.resolve(isBefore ? null : `${path} of ${commit}`);
  }
  configuration() {
    return { config: defaultConfig, file: null, customerFiles: [], problems: [] };
  }
  findings() {
    return [...this.found.values()].flat();
  }
  explain(id: string): Explanation | undefined {
    const found = this.findings().find((candidate) => candidate.id === id);
    return found && { finding: found, steps: this.steps };
  }
  explainPlace(): never {
    throw new Error('no editor asks this');
  }
  workDone() {
    return { items: null, commits: null, window: null };
  }
  plan(): never {
    throw new Error('no editor asks this');
  }
  decide(): never {
    throw new Error('no editor asks this');
  }
  whyLeftOut() {
    return null;
  }
  async dispose() {
    this.disposed = true;
    return Promise.resolve();
  }
}

const introduced = { commit: 'a1', date: '2025-01-01T00:00:00.000Z', subject: 'Prices for Acme' };
const age = { introduced, lastTouched: introduced, changes: 1, uncommitted: 0, knownBy: ['Ada'] };

const item: TrackerItem = {
  ...{ tracker: 'jira', key: 'PROD-7', title: 'Prices', body: '', type: 'Story', status: 'Done', state: 'done', labels: [], customers: [] },
  ...{ priority: '', scores: {}, createdAt: '2025-01-01', updatedAt: '2025-01-01', closedAt: null, dueAt: null, url: 'https://x.example' },
};

const request = { root: '/w', exclude: [], cacheFolder: null };
const never = new AbortController().signal;

describe('session client and server', () => {
  let ports: { port1: MessagePort; port2: MessagePort };
  let session: FakeSession;
  let client: SessionClient;
  let sent: FileFindings[];
  let summaries: FolderSummary[];
  const listener = {
    onFindings: (files: readonly FileFindings[]) => {
      sent.push(...files);
    },
    onSummary: (summary: FolderSummary) => {
      assert.deepEqual(sent, [], 'customers come before the findings that name them');
      summaries.push(summary);
    },
  };

  beforeEach(() => {
    ports = new MessageChannel();
    session = new FakeSession();
    new SessionServer(ports.port2, () => Promise.resolve(session));
    client = new SessionClient(ports.port1);
    sent = [];
    summaries = [];
  });

  afterEach(() => {
    ports.port1.close();
  });

  it('sends findings, customers and configuration of a scan', async () => {
    const found = finding();
    session.found.set(found.path, [found]);
    await client.scan(request, listener, never);
    assert.deepEqual(sent, [[found.path, [found]]]);
    assert.deepEqual(summaries[0]?.config, {
      file: null,
      customerFiles: [],
      problems: [],
      severities: defaultConfig.severities,
      trackers: [],
      links: [],
    });
  });

  it('sends only what is not as before, and clears files that lost their findings', async () => {
    const [kept, lost, came] = [finding({ path: 'kept.ts' }), finding({ path: 'lost.ts' }), finding({ path: 'came.ts' })];
    session.found = new Map([kept, lost].map((each) => [each.path, [each]]));
    await client.scan(request, listener, never);
    session.found = new Map([kept, came].map((each) => [each.path, [each]]));
    sent = [];
    await client.scan(request, listener, never);
    assert.deepEqual(sent, [
      ['came.ts', [came]],
      ['lost.ts', []],
    ]);
    assert.equal(summaries.length, 1);
  });

  it('asks where a comment goes, after the first scan', async () => {
    const wanted = { root: request.root, path: 'a.ts', text: 'f();\ng();\n', line: 2, verb: 'ignore' as const, rest: 'x' };
    assert.equal(await client.placeDirective(wanted), null);
    await client.scan(request, listener, never);
    assert.deepEqual(await client.placeDirective(wanted), { line: 2, column: 1, text: '// oneoff-ignore-next-line x\n' });
  });

  it('breaks many findings into small messages', async () => {
    for (let index = 0; index < 1000; index++) session.found.set(`${index}.ts`, [finding({ path: `${index}.ts` })]);
    let messages = 0;
    await client.scan(request, { onFindings: (files) => void (messages++, sent.push(...files)) }, never);
    assert.equal(sent.length, 1000);
    assert.ok(messages >= 10, `${messages} messages`);
  });

  it('passes changes on and sends their delta', async () => {
    await client.scan(request, listener, never);
    const found = finding({ path: 'a.ts' });
    session.found.set('a.ts', [found]);
    const change = { path: 'a.ts', type: 'changed', text: 'new' } as const;
    await client.update('/w', [change], listener, never);
    assert.deepEqual(session.updates, [[change]]);
    assert.deepEqual(sent, [['a.ts', [found]]]);
  });

  it('has a folder assessed, and sends the findings that have become older', async () => {
    const found = finding();
    const wanted = { history: true, months: 6, items: [item] };
    await client.assess('/w', wanted, listener, never);
    assert.deepEqual(session.assessed, [], 'before the folder is scanned');
    session.found.set(found.path, [found]);
    await client.scan(request, listener, never);
    sent = [];
    await client.assess('/w', wanted, listener, never);
    assert.deepEqual(session.assessed, [wanted]);
    assert.deepEqual(sent, [[found.path, [{ ...found, age }]]]);
  });

  const step: Step = { what: 'condition', text: 'isAcme()', place: null, note: '', for: ['It asks.'], against: [] };

  it('asks for a file as a commit left it', async () => {
    const file = { commit: 'abc', path: 'a.ts', isBefore: false };
    assert.equal(await client.committedText('/w', file, never), null, 'before the folder is scanned');
    await client.scan(request, listener, never);
    assert.equal(await client.committedText('/w', file, never), 'a.ts of abc');
    assert.equal(await client.committedText('/w', { ...file, isBefore: true }, never), null);
  });

  it('asks for the chain behind a finding', async () => {
    const found = finding();
    session.found.set(found.path, [found]);
    session.steps = [step];
    assert.deepEqual(await client.explain('/w', found.id, never), [], 'before the folder is scanned');
    await client.scan(request, listener, never);
    assert.deepEqual(await client.explain('/w', found.id, never), [step]);
    assert.deepEqual(await client.explain('/w', 'gone', never), []);
  });

  it('gives no chain that is not one', () => {
    const odd = { ...step, place: { path: 'a.ts', range: null } };
    assert.equal(isReply({ type: 'explanation', id: 1, steps: [step] }), true);
    assert.equal(isReply({ type: 'explanation', id: 1, steps: [odd] }), false);
    assert.equal(isReply({ type: 'explanation', id: 1, steps: [{ ...step, what: 'spell' }] }), false);
  });

  it('cancels in the other thread', async () => {
    const controller = new AbortController();
    session.wait = (signal) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      });
    const scan = client.scan(
      request,
      {
        ...listener,
        onProgress: () => {
          controller.abort();
        },
      },
      controller.signal,
    );
    await assert.rejects(scan, CancelledError);
  });

  it('hands an error over with its message', async () => {
    session.wait = () => Promise.reject(new Error('The disk is gone.'));
    await assert.rejects(client.scan(request, listener, never), { message: 'The disk is gone.' });
  });

  it('rejects what still waits when the thread dies', async () => {
    session.wait = () => new Promise(() => undefined);
    const scan = client.scan(request, listener, never);
    client.fail(new WorkerEndedError('The worker ended.'));
    await assert.rejects(scan, WorkerEndedError);
  });

  it('closes a folder once and forgets it', async () => {
    await client.scan(request, listener, never);
    await client.close('/w');
    assert.equal(session.disposed, true);
  });

  it('is not troubled by messages of another make', async () => {
    for (const odd of [null, 7, {}, { type: 'scan' }, { type: 'scan', id: 1, root: 5 }, { type: 'reboot', id: 1 }])
      ports.port1.postMessage(odd);
    for (const odd of [
      { type: 'done', id: 1 },
      { type: 'findings', id: 1, files: [['a.ts', [{ id: 1 }]]] },
    ])
      ports.port2.postMessage(odd);
    await client.scan(request, listener, never);
    assert.deepEqual(sent, []);
  });
});
