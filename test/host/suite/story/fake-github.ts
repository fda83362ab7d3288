import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The one that the stand-in takes; no other text of a test holds it. */
export const goodToken = 'good-canary-9c1f';

/** A GitHub on this machine with one issue; it wants the good token and notes what it was sent. */
export class FakeGitHub {
  readonly #server: Server;
  /** Of each request: path and authorization. */
  readonly asked: (readonly [path: string, authorization: string])[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<FakeGitHub> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const fake = new FakeGitHub(server);
    server.on('request', ({ url = '', headers: { authorization = '' } }, response) => {
      const { pathname } = new URL(url, fake.url);
      fake.asked.push([pathname, authorization]);
      const isKnown = authorization === `Bearer ${goodToken}`;
      const answer = isKnown ? answerTo(pathname, fake.url) : { message: 'Bad credentials' };
      response.writeHead(isKnown ? (answer === null ? 404 : 200) : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? { message: 'Not Found' }));
    });
    return fake;
  }

  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${isAddress(address) ? address.port : 0}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly html_url: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Null where there is nothing. */
function answerTo(path: string, url: string): unknown {
  if (path.endsWith('/user')) return { login: 'ann' };
  const issue = {
    ...{ number: 7, title: 'A discount that lasts', body: '', state: 'open', state_reason: null, labels: [], assignees: [] },
    ...{ created_at: '2025-01-01T00:00:00Z', updated_at: '2026-07-01T00:00:00Z', closed_at: null },
    ...{ html_url: `${url}/acme/shop/issues/7`, user: { login: 'ann' }, comments: 0 },
  };
  if (path.endsWith('/graphql')) return { data: { repository: { i7: nodeOf(issue) } } };
  if (/\/issues\/\d+$/.test(path)) return null;
  return path.endsWith('/search/issues') ? { total_count: 1, incomplete_results: false, items: [issue] } : [issue];
}

/** As GraphQL has it. */
function nodeOf({ number, title, body, html_url, created_at, updated_at }: Issue): unknown {
  return {
    ...{ __typename: 'Issue', number, title, body, state: 'OPEN', stateReason: null, issueType: null, labels: { nodes: [] } },
    ...{ url: html_url, createdAt: created_at, updatedAt: updated_at, closedAt: null },
  };
}
