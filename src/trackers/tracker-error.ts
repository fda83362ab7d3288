/**
 * Why a tracker could not answer. `no-token`: none is set; `refused`: the token is not meant for that address; `unauthorized`: the token is
 * wrong or has expired; `forbidden`: it may not do this; `redirected`: the server points elsewhere; `unexpected`: an answer in another form.
 */
export type TrackerFailure =
  | 'no-token'
  | 'refused'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'rate-limited'
  | 'server'
  | 'network'
  | 'timeout'
  | 'redirected'
  | 'too-large'
  | 'not-json'
  | 'unexpected';

/** A tracker could not answer. The message names tracker, place and remedy, and holds no token. */
export class TrackerError extends Error {
  override readonly name = 'TrackerError';
  readonly failure: TrackerFailure;
  /** Id of the tracker in the configuration. */
  readonly tracker: string;

  constructor(failure: TrackerFailure, tracker: string, message: string) {
    super(`${tracker}: ${message}`);
    this.failure = failure;
    this.tracker = tracker;
  }
}
