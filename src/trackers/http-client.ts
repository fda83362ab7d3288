import { HostGate } from './host-gate.js';
import { largestBody, readBody } from './read-body.js';
import { redact } from './redact.js';
import { TrackerError, type TrackerFailure } from './tracker-error.js';
import { longestWait, pauseAfter, tries, wantedPause } from './waiting.js';
import { abortReason, type World } from './world.js';

export interface HttpRequest {
  /** Id of the tracker, for messages. */
  readonly tracker: string;
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The only origin that gets the headers. */
  readonly origin: string;
  /** What must be in no message. */
  readonly secrets: readonly string[];
  /** Whether an answer means that the budget is used up, for vendors who say so by other means than status 429. */
  readonly isLimit: (answer: Answer) => boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where the answer came from, after redirects. */
  readonly url: URL;
}

export interface HttpOptions {
  /** Milliseconds for one answer with its body. */
  readonly timeout?: number;
  /** Bytes. */
  readonly largestBody?: number;
}

const defaultTimeout = 30_000;
const redirects = 5;
const passing = new Set([429, 502, 503, 504]);

/** The failure of one try, and whether another one may help. */
class Failed extends Error {
  readonly failure: TrackerFailure;
  readonly mayPass: boolean;
  /** What the server asks for, in milliseconds. */
  readonly wait: number | null;

  constructor(failure: TrackerFailure, message: string, mayPass: boolean, wait: number | null = null) {
    super(message);
    this.failure = failure;
    this.mayPass = mayPass;
    this.wait = wait;
  }
}

/**
 * Sends requests to trackers: few at a time per host, again when the failure may pass, with pauses as the server asks for them. Headers go
 * to the request's origin and nowhere else, whatever the server redirects to. One client serves all trackers, so that limits per host hold.
 */
export class HttpClient {
  readonly #world: World;
  readonly #gate: HostGate;
  readonly #timeout: number;
  readonly #largestBody: number;

  constructor(world: World, options: HttpOptions = {}) {
    this.#world = world;
    this.#gate = new HostGate(world);
    this.#timeout = options.timeout ?? defaultTimeout;
    this.#largestBody = options.largestBody ?? largestBody;
  }

  /** Answers with any status that will not pass by itself. Rejects with TrackerError, or with the signal's reason. */
  async send(request: HttpRequest, signal?: AbortSignal): Promise<Answer> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#gate.pass(request.url.host, signal, () => this.#try(request, signal));
      } catch (error) {
        if (!(error instanceof Failed)) throw error;
        const wait = Math.max(error.wait ?? 0, pauseAfter(tried, this.#world.random()));
        if (!error.mayPass || tried === tries || wait > longestWait) throw this.#report(request, error, tried);
        if (error.wait !== null) this.#gate.pause(request.url.host, wait);
        await this.#world.sleep(wait, signal);
      }
    }
  }

  async #try(request: HttpRequest, signal: AbortSignal | undefined): Promise<Answer> {
    const answer = await this.#follow(request, signal);
    const wait = wantedPause(answer.headers, this.#world.now());
    if (passing.has(answer.status) || request.isLimit(answer)) {
      const isLimit = answer.status === 429 || !passing.has(answer.status);
      const what = isLimit ? 'it asks for fewer requests' : `it answers with status ${answer.status}`;
      throw new Failed(isLimit ? 'rate-limited' : 'server', what, true, wait);
    }
    if (wait !== null && wait > 0) this.#gate.pause(request.url.host, Math.min(wait, longestWait));
    return answer;
  }

  async #follow(request: HttpRequest, signal: AbortSignal | undefined): Promise<Answer> {
    let { url, method, body } = request;
    for (let step = 0; step <= redirects; step++) {
      const answer = await this.#fetch({ ...request, url, method, ...(body !== undefined && { body }) }, signal);
      const location = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || answer.status === 304 || location === null) return answer;
      const target = URL.canParse(location, url.href) ? new URL(location, url) : null;
      if (target?.origin !== request.origin) {
        const where = target ? target.origin : 'an address that is none';
        throw new Failed('redirected', `it redirects to ${where}, which the token is not meant for. Correct the tracker's "url"`, false);
      }
      url = target;
      if (answer.status <= 303 && method === 'POST') [method, body] = ['GET', undefined];
    }
    throw new Failed('redirected', 'it redirects in a circle', false);
  }

  async #fetch({ url, method, headers, body, origin }: HttpRequest, signal: AbortSignal | undefined): Promise<Answer> {
    if (url.origin !== origin) throw new Failed('refused', `the token is not meant for ${url.origin}; nothing was sent there`, false);
    if (!isSafe(url)) throw new Failed('refused', `the token would go unencrypted to ${url.origin}; nothing was sent there`, false);
    const late = AbortSignal.timeout(this.#timeout);
    const either = signal ? AbortSignal.any([signal, late]) : late;
    try {
      const init = { method, headers: { ...headers }, redirect: 'manual' as const, signal: either, ...(body !== undefined && { body }) };
      const response = await this.#world.fetch(url, init);
      const text = await readBody(response, this.#largestBody);
      if (text === null) throw new Failed('too-large', `its answer has more than ${Math.floor(this.#largestBody / 1024)} KB`, false);
      return { status: response.status, headers: response.headers, text, url };
    } catch (error) {
      if (error instanceof Failed) throw error;
      if (signal?.aborted) throw abortReason(signal);
      if (late.aborted) throw new Failed('timeout', `it did not answer within ${this.#timeout / 1000} s`, true);
      throw new Failed('network', `it cannot be reached (${causeOf(error)})`, true);
    }
  }

  #report({ tracker, method, url, secrets }: HttpRequest, { failure, message, wait }: Failed, tried: number): TrackerError {
    const again =
      wait !== null && wait > longestWait ? ` It can be asked again at ${new Date(this.#world.now() + wait).toISOString()}.` : '';
    const times = tried > 1 ? ` (tried ${tried} times)` : '';
    return new TrackerError(failure, tracker, redact(`${placeOf(method, url)}: ${message}${times}.${again}`, secrets));
  }
}

/** Plain http stays on this machine. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

/** A request as messages name it, without the query: what is searched for is nobody's business in a log. */
export function placeOf(method: string, url: URL): string {
  return `${method} ${url.origin}${url.pathname}`;
}

/** `fetch failed` says nothing; its cause has the code. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
