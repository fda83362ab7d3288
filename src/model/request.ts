/** An item of an issue tracker that a one-off goes back to. */
export interface Request {
  /** Which tracker it is in; null as long as none is connected. */
  readonly tracker: string | null;
  /** As people write it: `PROD-123`, `#123`. */
  readonly key: string;
  /** Where it can be read; null where only the key is known. */
  readonly url: string | null;
}
