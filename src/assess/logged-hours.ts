import type { CommitMessage } from '../model/age.js';
import type { DebtConstant } from '../model/debt.js';
import type { TrackerItem } from '../model/tracker-item.js';

/**
 * Hours that a collateral change takes, from the time logged on the requests that such changes name: of each request its hours by its changes,
 * of all requests the middle half. Null where fewer than `enough` of them have time logged. Linear in changes and the requests that they name.
 */
export function loggedHours(
  changes: Iterable<CommitMessage>,
  itemsNamed: (change: CommitMessage) => readonly TrackerItem[],
  enough: number,
): DebtConstant | null {
  const requests = new Map<TrackerItem, number>();
  for (const change of changes) for (const item of itemsNamed(change)) requests.set(item, (requests.get(item) ?? 0) + 1);
  const hours = [...requests]
    .flatMap(([{ hoursSpent }, times]) => (hoursSpent === undefined ? [] : [hoursSpent / times]))
    .sort((a, b) => a - b);
  const [low, high] = [hours[Math.floor((hours.length - 1) / 4)], hours[Math.ceil(((hours.length - 1) * 3) / 4)]];
  if (low === undefined || high === undefined || hours.length < enough) return null;
  const trackers = [...new Set([...requests.keys()].flatMap(({ tracker, hoursSpent }) => (hoursSpent === undefined ? [] : [tracker])))];
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return {
    low: rounded(low),
    high: rounded(high),
    source: `middle half of the time logged on ${hours.length} requests, ${trackers.sort().join(', ')}`,
  };
}
