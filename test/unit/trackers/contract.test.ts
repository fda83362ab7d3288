import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { schema as gitHubSchema } from '@octokit/graphql-schema';
import { buildSchema, execute, extendSchema, parse, validate, type GraphQLSchema } from 'graphql';
import type { OpenAPIBackend, Request } from 'openapi-backend';
import type { TrackerType } from '../../../src/model/tracker.js';
import { connect, item, type Connected } from './connect.js';
import { graphQl, hasDescriptions, openApi, type Json } from './descriptions.js';
import type { FakeAnswer, FakeRequest } from './fake-server.js';
import { fakeTrackers } from './fake-trackers.js';

/** Asks everything that a tracker can be asked, also for what was deleted (3), moved (6), never there (8), or a pull request (99). */
async function exercise({ tracker, items }: Connected, keyOf: (number: number) => string): Promise<void> {
  items.splice(2, 1, item(3, { isDeleted: true }));
  items.push(item(7, { movedFrom: 6 }));
  await tracker.whoAmI();
  await tracker.fetchByKeys([1, 2, 3, 6, 8, 99].map(keyOf));
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
  /** Mends what the vendor's description says otherwise than its own documentation and its servers. */
  readonly correct?: (definition: Json) => Json;
  /** The part of an answer that the description means. */
  readonly inner?: (path: string, body: unknown) => unknown;
}

const contracts: Readonly<Partial<Record<TrackerType, Contract>>> = {
  'jira-cloud': { file: 'jira-slice.json', undescribed: /^$/, checked: 12 },
  github: { file: 'gh-slice.json', prefix: ['/api/v3', ''], undescribed: /^\/api\/graphql$/, checked: 12 },
  'azure-boards': {
    file: 'azdo-slice.json',
    undescribed: /\/_apis\/connectionData$/,
    checked: 10,
    correct: correctAzure,
    inner: (path, body) => (path.endsWith('/workitemsbatch') ? itemsOfBatch(body) : body),
  },
  redmine: { file: 'redmine-slice.json', undescribed: /^\/users\/current\.json$/, checked: 8 },
  shortcut: { file: 'shortcut-slice.json', undescribed: /^\/api\/v3\/member$/, checked: 10 },
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The team of a WIQL query may be left out, but the description lists the path with one only. It writes the values of fields as objects, and
 * those of a stream as texts of format `T`: its generator knew no better.
 */
function correctAzure(definition: Json): Json {
  return JSON.parse(JSON.stringify(definition), (key, value: unknown) => {
    if (!isObject(value)) return value;
    if (value['format'] === 'T') return { $ref: '#/components/schemas/WorkItem' };
    if (key === 'fields' && isObject(value['additionalProperties'])) return { ...value, additionalProperties: true };
    const wiql = value['/{organization}/{project}/{team}/_apis/wit/wiql'];
    return wiql === undefined ? value : { ...value, '/{organization}/{project}/_apis/wit/wiql': withoutTeam(wiql) };
  }) as Json;
}

/** Lists come as `{ count, value }`, with null for what was omitted; the description has the list alone. */
function itemsOfBatch(body: unknown): unknown {
  assert.ok(isObject(body) && Array.isArray(body['value']) && body['count'] === body['value'].length);
  return body['value'].filter((one) => one !== null);
}

function plainRequest({ method, path, query, headers, body }: FakeRequest, [from, to]: readonly [string, string]): Request {
  const plain = Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
  const repeated = Object.fromEntries(
    [...new Set(query.keys())].map((name) => [name, query.getAll(name).length > 1 ? query.getAll(name) : (query.get(name) ?? '')]),
  );
  const rest = path.startsWith(from) ? `${to}${path.slice(from.length)}` : path;
  return { method, path: rest, query: repeated, headers: plain, body };
}

function verdict(api: OpenAPIBackend, request: FakeRequest, prefix: readonly [string, string]): Promise<string> {
  return api.handleRequest(plainRequest(request, prefix)).then(String);
}

/** What is wrong with an answer to a request by the vendor's description. */
function lies(api: OpenAPIBackend, request: FakeRequest, { status = 200, body }: FakeAnswer, contract: Contract): readonly string[] {
  const operation = api.matchOperation(plainRequest(request, contract.prefix ?? ['', '']));
  assert.ok(operation, request.path);
  if (operation.responses?.[status] === undefined) return [`no status ${status}`];
  const sent: unknown = JSON.parse(JSON.stringify(body ?? null));
  const { errors } = api.validateResponse(contract.inner?.(request.path, sent) ?? sent, operation, status);
  return [...new Set((errors ?? []).map(({ instancePath, message }) => `${instancePath.replace(/\/\d+/g, '/*')} ${message ?? ''}`))];
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
    it(`${fake.type}: every one is accepted, and answered as the description says`, async () => {
      const api = await openApi(contract.file, contract.correct);
      const exchanges: [FakeRequest, FakeAnswer][] = [];
      const at = await connect(fake, {}, (request, answer) => exchanges.push([request, answer]));
      try {
        await exercise(at, fake.keyOf);
        const described = exchanges.filter(([{ path }]) => !contract.undescribed.test(path));
        assert.ok(described.length >= contract.checked, `only ${described.length} requests`);
        for (const [request, answer] of described) {
          const { method, path, query, body } = request;
          const said = `${method} ${path}?${String(query)} ${JSON.stringify(body)}`;
          assert.equal(await verdict(api, request, contract.prefix ?? ['', '']), 'accepted', said);
          assert.deepEqual(lies(api, request, answer, contract), [], said);
        }
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

  it('refuse answers that are wrong, so that being true to the description says something', async () => {
    const wrong: readonly (readonly [TrackerType, string, string, unknown, unknown])[] = [
      ['jira-cloud', 'POST', '/rest/api/3/search/jql', {}, { issues: [{ id: 10001, key: 'A-1' }] }],
      ['jira-cloud', 'POST', '/rest/api/3/search/jql', {}, { issues: [], total: 3 }],
      ['github', 'GET', '/api/v3/repos/o/r/issues', undefined, [{ number: 1, title: 'x' }]],
      ['azure-boards', 'POST', '/o/p/_apis/wit/workitemsbatch', {}, { count: 1, value: [{ id: '1', fields: {} }] }],
      ['redmine', 'GET', '/issues.json', undefined, { issues: [{ id: 1, subject: 'x' }] }],
      ['shortcut', 'GET', '/api/v3/stories/1', undefined, { id: 1, name: 'x' }],
    ];
    for (const [type, method, path, sent, body] of wrong) {
      const contract = contracts[type];
      assert.ok(contract);
      const request = { method, path, query: new URLSearchParams(), headers: {}, body: sent };
      assert.notDeepEqual(lies(await openApi(contract.file, contract.correct), request, { body }, contract), [], `${type} ${path}`);
    }
  });

  it('linear: every one is accepted, and answered as the schema says', async () => {
    const fake = fakeTrackers.find(({ type }) => type === 'linear');
    assert.ok(fake);
    const schema = graphQl('linear.graphql');
    const exchanges: [FakeRequest, FakeAnswer][] = [];
    const at = await connect(fake, {}, (request, answer) => exchanges.push([request, answer]));
    try {
      await exercise(at, fake.keyOf);
      assert.ok(exchanges.length >= 8);
      for (const [request, answer] of exchanges) assert.deepEqual(await graphQlLies(schema, request, answer), []);
    } finally {
      await at.server.stop();
    }
    const ask = (query: string, data: unknown, variables = {}): Promise<readonly string[]> =>
      graphQlLies(
        schema,
        { method: 'POST', path: '', query: new URLSearchParams(), headers: {}, body: { query, variables } },
        { body: { data } },
      );
    const list = 'query($filter: IssueFilter) { issues(filter: $filter) { nodes { title } } }';
    assert.deepEqual(await ask(list, { issues: { nodes: [{ title: 'x' }] } }), []);
    for (const [query, data, variables] of [
      [list, { issues: { nodes: [{ title: 'x' }] } }, { filter: { updatedSince: 'x' } }],
      [list, { issues: { nodes: [{ title: null }] } }],
      [list, { issues: { nodes: [{ title: 'x', number: 1 }] } }],
      ['query { issues { nodes { topic } } }', { issues: { nodes: [{ topic: 'x' }] } }],
    ] as const)
      assert.notDeepEqual(await ask(query, data, variables), [], query);
  });
});

it('what GitHub is asked by GraphQL is accepted, and answered as its schema says', async () => {
  const fake = fakeTrackers.find(({ type }) => type === 'github');
  assert.ok(fake);
  // GitHub's reference has the type of an issue; the published schema leaves out what came by way of a preview.
  const types = parse('extend type Issue { issueType: IssueType } type IssueType { name: String! }');
  const schema = extendSchema(buildSchema(gitHubSchema.idl, { assumeValidSDL: true }), types, { assumeValidSDL: true });
  const exchanges: [FakeRequest, FakeAnswer][] = [];
  const at = await connect(fake, {}, (request, answer) => exchanges.push([request, answer]));
  try {
    await exercise(at, fake.keyOf);
    const graphQlOnes = exchanges.filter(([{ path }]) => path === '/api/graphql');
    assert.ok(graphQlOnes.length > 0);
    for (const [request, answer] of graphQlOnes) assert.deepEqual(await graphQlLies(schema, request, answer), []);
  } finally {
    await at.server.stop();
  }
}).timeout(60_000);

/** The same operation under a name of its own, by which validators are kept. */
function withoutTeam<T>(path: T): T {
  const isTeam = (value: unknown): boolean => typeof value === 'object' && value !== null && 'name' in value && value.name === 'team';
  return JSON.parse(JSON.stringify(path), (key, value: unknown) => {
    if (key === 'operationId') return `${String(value)} without team`;
    return Array.isArray(value) ? value.filter((one) => !isTeam(one)) : value;
  }) as T;
}

/** What is wrong with a GraphQL request, and with the answer that it got, by a schema. */
async function graphQlLies(schema: GraphQLSchema, { body }: FakeRequest, answer: FakeAnswer): Promise<readonly string[]> {
  assert.ok(isObject(body) && typeof body['query'] === 'string' && isObject(body['variables']));
  assert.ok(isObject(answer.body));
  const document = parse(body['query']);
  const refused = validate(schema, document);
  if (refused.length > 0) return refused.map(({ message }) => message);
  const given: unknown = JSON.parse(JSON.stringify(answer.body['data'] ?? null));
  const { data, errors = [] } = await execute({
    ...{ schema, document, variableValues: body['variables'], rootValue: given },
    fieldResolver: (source: unknown, _, __, { path }) => (isObject(source) ? source[path.key] : undefined),
    typeResolver: (value: unknown) => (isObject(value) && typeof value['__typename'] === 'string' ? value['__typename'] : undefined),
  });
  const isRefusal = given === null && 'errors' in answer.body;
  const said = errors.map(({ message }) => message).filter((message) => !isRefusal || message.includes('Variable'));
  if (said.length > 0 || isRefusal) return said;
  return isDeepStrictEqual(JSON.parse(JSON.stringify(data)), given) ? [] : ['there is more in it than was asked for'];
}
