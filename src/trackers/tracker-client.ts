import { z } from 'zod';
import type { TrackerConfig } from '../model/tracker.js';
import { placeOf, type Answer, type HttpClient } from './http-client.js';
import { redact } from './redact.js';
import { TrackerError, type TrackerFailure } from './tracker-error.js';
import type { Credentials, TokenProvider } from './tracker.js';

export interface Call<T> {
  /** Relative to the API's address, or absolute as a paging link is. */
  readonly path: string | URL;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** With a body it is a POST. */
  readonly body?: unknown;
  readonly schema: z.ZodType<T>;
}

export interface Reply<T> {
  readonly value: T;
  readonly headers: Headers;
  readonly url: URL;
}

export interface ClientOptions {
  readonly config: TrackerConfig;
  readonly http: HttpClient;
  /** Address of the API, with a slash at its end. */
  readonly base: URL;
  readonly provider: TokenProvider;
  readonly authorize: (credentials: Credentials) => Readonly<Record<string, string>>;
  /** Whether an answer says in words of its own that the budget is used up; status 429 and the usual headers are known. */
  readonly isLimit?: (answer: Answer) => boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers kept for questions with an ETag: a sync asks for a few pages. */
const keptAnswers = 100;
const largestKept = 1024 * 1024;

/** Asks one tracker's API: with its token, and with answers checked. */
export class TrackerClient {
  readonly base: URL;
  readonly #options: ClientOptions;
  readonly #kept = new Map<string, { readonly etag: string; readonly answer: Answer }>();
  /** Whose answers are kept. */
  #keptFor = '';

  constructor(options: ClientOptions) {
    this.base = options.base;
    this.#options = options;
  }

  /** As `ask`; null when there is no such thing, or none that the token may see. */
  async find<T>(call: Call<T>, signal?: AbortSignal): Promise<Reply<T> | null> {
    try {
      return await this.ask(call, signal);
    } catch (error) {
      if (error instanceof TrackerError && (error.failure === 'not-found' || error.failure === 'gone')) return null;
      throw error;
    }
  }

  /** Rejects with TrackerError when the tracker does not answer, or not as expected. */
  async ask<T>({ path, query = {}, body, schema }: Call<T>, signal?: AbortSignal): Promise<Reply<T>> {
    const url = new URL(path, this.base);
    for (const [name, values] of Object.entries(query)) for (const value of [values].flat()) url.searchParams.append(name, value);
    const { config, provider } = this.#options;
    const credentials = await provider(config, this.base.origin, signal);
    const secrets = secretsOf(credentials, this.#options.authorize(credentials));
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await this.#send(url, body, credentials, secrets, signal);
    const fail = (failure: TrackerFailure, message: string): TrackerError =>
      new TrackerError(failure, config.id, redact(`${placeOf(method, url)}: ${message}`, secrets));
    if (answer.status !== 200 && answer.status !== 201) throw refusal(answer, fail);
    return { value: checked(answer, schema, fail), headers: answer.headers, url: answer.url };
  }

  async #send(
    url: URL,
    body: unknown,
    credentials: Credentials,
    secrets: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const { config, http, authorize, isLimit, headers = {} } = this.#options;
    const kept = body === undefined ? this.#keptAnswer(url, credentials) : undefined;
    const answer = await http.send(
      {
        tracker: config.id,
        method: body === undefined ? 'GET' : 'POST',
        url,
        headers: {
          accept: 'application/json',
          'user-agent': 'oneoff',
          ...headers,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(kept && { 'if-none-match': kept.etag }),
          ...authorize(credentials),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        origin: credentials.origin,
        secrets,
        isLimit: (answer) => isUsedUp(answer) || isLimit?.(answer) === true,
      },
      signal,
    );
    if (answer.status === 304 && kept) return kept.answer;
    if (body === undefined) this.#keep(url, answer);
    return answer;
  }

  #keptAnswer(url: URL, { token, user }: Credentials): { readonly etag: string; readonly answer: Answer } | undefined {
    const whose = `${user ?? ''}\0${token}`;
    if (whose !== this.#keptFor) this.#kept.clear();
    this.#keptFor = whose;
    return this.#kept.get(url.href);
  }

  #keep(url: URL, answer: Answer): void {
    const etag = answer.headers.get('etag');
    if (etag === null || answer.status !== 200 || answer.text.length > largestKept) return;
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= keptAnswers && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(url.href, { etag, answer });
  }
}

/** The token in every form in which it is sent. */
function secretsOf({ token }: Credentials, headers: Readonly<Record<string, string>>): readonly string[] {
  return [token, ...Object.values(headers).flatMap((value) => [value, value.slice(value.indexOf(' ') + 1)])];
}

/** GitHub and others answer with 403 when the budget is used up, and then say so in headers. */
function isUsedUp({ status, headers }: Answer): boolean {
  return status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0');
}

type Fail = (failure: TrackerFailure, message: string) => TrackerError;

function refusal(answer: Answer, fail: Fail): TrackerError {
  const { status } = answer;
  const said = messageIn(answer);
  if (status === 401) return fail('unauthorized', `the token is wrong or has expired${said}. Make a new one.`);
  if (status === 203) return fail('unauthorized', 'it answers with a sign-in page. The token is wrong or has expired; make a new one.');
  if (status === 403) return fail('forbidden', `the token may not read this${said}. docs/trackers.md says which scopes it needs.`);
  if (status === 404) return fail('not-found', `there is no such thing, or the token may not see it${said}.`);
  if (status === 410) return fail('gone', `it is gone${said}.`);
  if (status >= 500) return fail('server', `it answers with status ${status}${said}.`);
  return fail('unexpected', `it answers with status ${status}${said}.`);
}

const messageLimit = 200;

const complaint = z.looseObject({
  message: z.string().optional(),
  error: z.string().optional(),
  errorMessages: z.array(z.string()).optional(),
  errors: z.array(z.union([z.string(), z.looseObject({ message: z.string() })])).optional(),
});

/** What the server says itself, with a colon before it. */
function messageIn({ text }: Answer): string {
  const parsed = complaint.safeParse(parseJson(text));
  if (!parsed.success) return '';
  const { message, error, errorMessages = [], errors = [] } = parsed.data;
  const said = [message ?? error ?? '', ...errorMessages, ...errors.map((one) => (typeof one === 'string' ? one : one.message))];
  const first = said.find((one) => one !== '');
  return first === undefined ? '' : `: ${first.slice(0, messageLimit).replace(/[.\s]+$/, '')}`;
}

function checked<T>({ text, headers }: Answer, schema: z.ZodType<T>, fail: Fail): T {
  const value = parseJson(text);
  if (value === undefined) {
    const isPage = /^\s*</.test(text) || (headers.get('content-type') ?? '').includes('text/html');
    const page = 'it answers with a web page instead of data. Check "url", and that no sign-in page or proxy stands before it.';
    throw fail('not-json', isPage ? page : 'its answer is cut short or is no JSON.');
  }
  return inForm(value, schema, (message) => fail('unexpected', message));
}

/** The value in its form; what `fail` makes of a sentence about the place where it has another one is thrown. */
export function inForm<T>(value: unknown, schema: z.ZodType<T>, fail: (message: string) => Error): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  throw fail(`its answer has another form than expected at "${where}" (${issue?.message ?? ''}).`);
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
