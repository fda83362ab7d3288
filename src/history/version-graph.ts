import type { CommitLog, FileEvent } from './commit-log.js';
import type { RenameSource } from './rename-sources.js';

/** A version before its text is compared with any other. */
export interface PlannedVersion {
  readonly event: FileEvent;
  readonly blob: string;
  readonly origins: readonly PlannedOrigin[];
}

export interface PlannedOrigin {
  readonly blob: string;
  /** Index into the versions; -1 where no commit here made it. */
  readonly version: number;
}

/** Which of an event's sources it was renamed from, if any. */
export type ChooseSource = (event: FileEvent) => RenameSource | undefined;

/**
 * The versions of a file that its content in HEAD goes back to, the newest first. They make a graph and no line, as branches change a file
 * side by side until they are merged. A content that several commits made counts for the newest of them that is older than its successor.
 */
export function planVersions(log: CommitLog, path: string, head: string, chooseSource: ChooseSource): readonly PlannedVersion[] {
  const found = new Map<FileEvent, readonly Wanted[]>();
  const first = producerOf(log, { path, blob: head }, -1);
  const open = first ? [{ path, event: first }] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const { event } = next;
    if (found.has(event)) continue;
    const origins = originsOf(next.path, event, chooseSource).map((source) => ({ source, event: producerOf(log, source, event.at) }));
    found.set(event, origins);
    for (const origin of origins) if (origin.event) open.push({ path: origin.source.path, event: origin.event });
  }
  const events = [...found.keys()].sort((a, b) => a.at - b.at);
  const indices = new Map(events.map((event, index) => [event, index]));
  return events.map((event) => ({
    event,
    blob: event.blob ?? '',
    origins: (found.get(event) ?? []).map(({ source, event: from }) => ({
      blob: source.blob,
      version: from === undefined ? -1 : (indices.get(from) ?? -1),
    })),
  }));
}

interface Wanted {
  readonly source: RenameSource;
  readonly event: FileEvent | undefined;
}

function originsOf(path: string, event: FileEvent, chooseSource: ChooseSource): readonly RenameSource[] {
  if (event.before.length > 0) return event.before.map((blob) => ({ path, blob }));
  const source = chooseSource(event);
  return source ? [source] : [];
}

/** The newest event older than `after` that made this content of the file. */
function producerOf(log: CommitLog, { path, blob }: RenameSource, after: number): FileEvent | undefined {
  return log.events.get(path)?.find((event) => event.at > after && event.blob === blob);
}
