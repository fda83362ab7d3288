import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown;
}

export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is a text. */
  readonly body?: unknown;
  /** Ends the connection before or within the answer, never answers, or stops within the answer and keeps the connection. */
  readonly breaks?: 'at-once' | 'midway' | 'never' | 'stalls';
}

/** A server on loopback that answers as a handler says, and remembers what it was asked. */
export class FakeServer {
  readonly requests: FakeRequest[] = [];
  /** Asked before the handler; what it gives is the answer. */
  interfere: ((request: FakeRequest, count: number) => FakeAnswer | null) | null = null;
  readonly #server: Server;
  readonly #handle: (request: FakeRequest, base: string) => FakeAnswer;

  constructor(handle: (request: FakeRequest, base: string) => FakeAnswer) {
    this.#handle = handle;
    this.#server = createServer((message, response) => {
      void this.#answer(message, response);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this.base;
  }

  get base(): string {
    const address = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of message) parts.push(Buffer.from(part as Uint8Array));
    const url = new URL(message.url ?? '/', this.base);
    const text = Buffer.concat(parts).toString('utf8');
    const request = {
      method: message.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: message.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
    this.requests.push(request);
    // The time of this machine says nothing in the tests' world.
    response.sendDate = false;
    const answer = this.interfere?.(request, this.requests.length) ?? this.#handle(request, this.base);
    if (answer.breaks === 'never') return;
    if (answer.breaks === 'at-once') return void message.socket.destroy();
    const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? null);
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...length, ...answer.headers });
    if (answer.breaks !== 'midway' && answer.breaks !== 'stalls') return void response.end(body);
    response.write(body.slice(0, body.length / 2));
    if (answer.breaks === 'midway') setImmediate(() => message.socket.destroy());
  }
}
