import { Worker } from 'node:worker_threads';
import { SessionClient, WorkerEndedError } from '../workspace/session-client.js';
import { sessionThread } from '../workspace/session-protocol.js';

/** The thread in which everything heavy happens. One that dies is replaced when it is next needed. */
export class WorkerThread {
  readonly #file: string;
  readonly #log: (message: string) => void;
  #running: { readonly worker: Worker; readonly client: SessionClient } | null = null;

  /** `file` is the bundled `worker.js`. */
  constructor(file: string, log: (message: string) => void) {
    this.#file = file;
    this.#log = log;
  }

  get client(): SessionClient {
    this.#running ??= this.#start();
    return this.#running.client;
  }

  async dispose(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.worker.terminate();
  }

  #start(): { worker: Worker; client: SessionClient } {
    const worker = new Worker(this.#file, { workerData: sessionThread, stdout: true, stderr: true });
    const client = new SessionClient(worker);
    const log = (chunk: Buffer): void => {
      this.#log(chunk.toString().trimEnd());
    };
    worker.stdout.on('data', log);
    worker.stderr.on('data', log);
    worker.on('error', (error) => {
      this.#log(error.stack ?? error.message);
      client.fail(new WorkerEndedError(error.message));
    });
    worker.on('exit', (code) => {
      if (this.#running?.worker === worker) this.#running = null;
      client.fail(new WorkerEndedError(`The worker ended with code ${code}.`));
    });
    return { worker, client };
  }
}
