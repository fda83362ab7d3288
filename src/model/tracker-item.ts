import type { RequestState } from './request.js';

/** A customer as an item of a tracker names it: by field, label, organisation or proxy vote. */
export interface CustomerReference {
  readonly name: string;
  /** What the tracker says that the customer is worth, as written there; beside a score, never multiplied into it. */
  readonly value?: number;
  readonly currency?: string;
}

/** An item of an issue tracker, in one form for all trackers. */
export interface TrackerItem {
  /** Id of the tracker in the configuration. */
  readonly tracker: string;
  /** As people write it: `PROD-123`, `#123`, `owner/repository#123`. Unique within the tracker. */
  readonly key: string;
  /** Keys that it had before it was moved, as far as somebody asked for them. */
  readonly formerKeys?: readonly string[];
  readonly title: string;
  /** Plain text, at most 20,000 characters. */
  readonly body: string;
  /** The tracker's word: `Story`, `Idea`; empty where it has none. */
  readonly type: string;
  /** The tracker's word: `In Review`. */
  readonly status: string;
  readonly state: RequestState;
  readonly labels: readonly string[];
  readonly customers: readonly CustomerReference[];
  /** The tracker's word; empty where it has none. */
  readonly priority: string;
  /** Scores that the tracker computed, by name: RICE, CD3, a scorecard. Taken as they are. */
  readonly scores: Readonly<Record<string, number>>;
  /** Hours of work that people logged on it; left out where none are, or the tracker keeps none. */
  readonly hoursSpent?: number;
  /** ISO date-times. Where an export lacks one, it is the other; where it lacks both, both are that of 1970. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  /** ISO date. */
  readonly dueAt: string | null;
  readonly url: string;
}
