import assert from 'node:assert/strict';
import { parse, validate, type GraphQLSchema } from 'graphql';
import type { OpenAPIBackend } from 'openapi-backend';
import type { TrackerType } from '../../../src/model/tracker.js';
import { connect, type Connected } from './connect.js';
import { graphQl, hasDescriptions, openApi } from './descriptions.js';
import type { FakeRequest } from './fake-server.js';
import { fakeTrackers } from './fake-trackers.js';

/** Asks everything that a tracker can be asked. */
async function exercise({ tracker }: Connected, keyOf: (number: number) => string): Promise<void> {
  await tracker.whoAmI();
  await tracker.fetchByKeys([1, 2, 3, 8].map(keyOf));
  for (const query of [
    { text: 'it\'s "said"' },
    { customer: 'Umbrella Corp' },
    { labels: ['customer-umbrella'] },
    { text: 'prices', customer: "O'Neil", labels: ['a b'] },
  ])
    await tracker.search(query);
  for (const since of [null, '2026-03-02T08:00:00.000Z'])
    for await (const page of tracker.changedSince(since)) assert.ok(page.items.length >= 0);
}

interface Contract {
  readonly file: string;
  /** What the API's paths begin with on the fake, and in the description. */
  readonly prefix?: readonly [string, string];
  /** Requests that the description, which is only a part, has no path for. */
  readonly undescribed: RegExp;
  /** At least so many requests have to have been checked. */
  readonly checked: number;
}

const contracts: Readonly<Partial<Record<TrackerType, Contract>>> = {
  'jira-cloud': { file: 'jira-slice.json', undescribed: /^$/, checked: 12 },
  github: { file: 'gh-slice.json', prefix: ['/api/v3', ''], undescribed: /^$/, checked: 12 },
  'azure-boards': { file: 'azdo-slice.json', undescribed: /\/_apis\/connectionData$/, checked: 10 },
  redmine: { file: 'redmine-slice.json', undescribed: /^\/users\/current\.json$/, checked: 8 },
  shortcut: { file: 'shortcut-slice.json', undescribed: /^\/api\/v3\/member$/, checked: 10 },
};

function verdict(
  api: OpenAPIBackend,
  { method, path, query, headers, body }: FakeRequest,
  [from, to]: readonly [string, string],
): Promise<string> {
  const plain = Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
  const repeated = Object.fromEntries(
    [...new Set(query.keys())].map((name) => [name, query.getAll(name).length > 1 ? query.getAll(name) : (query.get(name) ?? '')]),
  );
  const rest = path.startsWith(from) ? `${to}${path.slice(from.length)}` : path;
  return api.handleRequest({ method, path: rest, query: repeated, headers: plain, body: body as object }).then(String);
}

describe('requests of adapters against the descriptions of their vendors', function () {
  this.timeout(60_000);
  before(function () {
    if (hasDescriptions) return;
    process.stdout.write(
      '    The descriptions of the vendors are not here (../shared/tracker-specs), so that requests are not checked against them.\n',
    );
    this.skip();
  });

  for (const fake of fakeTrackers) {
    const contract = contracts[fake.type];
    if (!contract) continue;
    it(`${fake.type}: every one is accepted`, async () => {
      // The team of a WIQL query may be left out; the description lists the path with one only.
      const api = await openApi(contract.file, (paths) => {
        const wiql = paths['/{organization}/{project}/{team}/_apis/wit/wiql'];
        if (wiql !== undefined) paths['/{organization}/{project}/_apis/wit/wiql'] = withoutTeam(wiql);
      });
      const at = await connect(fake);
      try {
        await exercise(at, fake.keyOf);
        const described = at.server.requests.filter(({ path }) => !contract.undescribed.test(path));
        assert.ok(described.length >= contract.checked, `only ${described.length} requests`);
        for (const request of described)
          assert.equal(
            await verdict(api, request, contract.prefix ?? ['', '']),
            'accepted',
            `${request.method} ${request.path}?${String(request.query)} ${JSON.stringify(request.body)}`,
          );
      } finally {
        await at.server.stop();
      }
    });
  }

  it('refuse what is wrong, so that being accepted says something', async () => {
    const headers = { authorization: 'Basic eDp5', 'content-type': 'application/json', 'x-redmine-api-key': 'x', 'shortcut-token': 'x' };
    const ask = (method: string, path: string, query: Record<string, string>, body?: unknown): FakeRequest => ({
      method,
      path,
      query: new URLSearchParams(query),
      headers,
      body,
    });
    const wrong: readonly (readonly [string, FakeRequest])[] = [
      ['jira-slice.json', ask('POST', '/rest/api/3/search/jql', {}, { jql: 'project = A', startAt: 50 })],
      ['jira-slice.json', ask('POST', '/rest/api/3/issue/bulkfetch', {}, { keys: ['A-1'] })],
      ['gh-slice.json', ask('GET', '/repos/o/r/issues', { state: 'bogus' })],
      ['azdo-slice.json', ask('POST', '/o/p/_apis/wit/workitemsbatch', { 'api-version': '7.1' }, { ids: 'a,b' })],
      ['redmine-slice.json', ask('GET', '/issues.json', { limit: 'abc' })],
      ['shortcut-slice.json', ask('POST', '/api/v3/stories/search', {}, { updated_since: '2026-01-01T00:00:00Z' })],
    ];
    for (const [file, request] of wrong) assert.notEqual(await verdict(await openApi(file), request, ['', '']), 'accepted', request.path);
  });

  it('linear: every one is accepted', async () => {
    const fake = fakeTrackers.find(({ type }) => type === 'linear');
    assert.ok(fake);
    const schema = graphQl('linear.graphql');
    const at = await connect(fake);
    try {
      await exercise(at, fake.keyOf);
      assert.ok(at.server.requests.length >= 8);
      for (const { body } of at.server.requests) {
        const { query, variables } = body as { query: string; variables: Record<string, unknown> };
        assert.deepEqual(
          validate(schema, parse(query)).map(({ message }) => message),
          [],
        );
        assert.deepEqual(await variableErrors(schema, query, variables), []);
      }
      assert.notDeepEqual(
        await variableErrors(schema, 'query($filter: IssueFilter) { issues(filter: $filter) { nodes { id } } }', {
          filter: { updatedSince: 'x' },
        }),
        [],
      );
    } finally {
      await at.server.stop();
    }
  });
});

/** The same operation under a name of its own, by which validators are kept. */
function withoutTeam<T>(path: T): T {
  const isTeam = (value: unknown): boolean => typeof value === 'object' && value !== null && 'name' in value && value.name === 'team';
  return JSON.parse(JSON.stringify(path), (key, value: unknown) => {
    if (key === 'operationId') return `${String(value)} without team`;
    return Array.isArray(value) ? value.filter((one) => !isTeam(one)) : value;
  }) as T;
}

/** Errors in the variables alone: nothing is resolved, as the schema has no data behind it. */
async function variableErrors(
  schema: GraphQLSchema,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const { execute } = await import('graphql');
  const { errors = [] } = await execute({ schema, document: parse(query), variableValues: variables });
  return errors.map(({ message }) => message).filter((message) => message.includes('Variable'));
}
