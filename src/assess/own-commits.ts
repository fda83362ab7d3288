import type { CommitMessage, LineHistory } from '../model/age.js';
import type { Finding } from '../model/finding.js';

/**
 * For each party (customer, or finding without one) the full hashes of its own commits: those that brought one of its one-offs, and those
 * that name a request of one. All others that touch its lines are the product paying for it.
 */
export function ownCommits(
  parties: ReadonlyMap<string, readonly Finding[]>,
  histories: ReadonlyMap<string, LineHistory>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const own = new Map<string, ReadonlySet<string>>();
  for (const [party, findings] of parties) {
    const keys = new Set(findings.flatMap(({ requests = [] }) => requests.flatMap(({ key, link }) => (link?.isCandidate ? [] : [key]))));
    const commits = new Set<string>();
    for (const { id } of findings) {
      const history = histories.get(id);
      if (!history) continue;
      if (history.birth !== null) commits.add(history.birth);
      for (const touch of history.touches) if (namesOne(touch, keys)) commits.add(touch.commit);
    }
    own.set(party, commits);
  }
  return own;
}

function namesOne({ subject, body }: CommitMessage, keys: ReadonlySet<string>): boolean {
  const text = `${subject}\n${body}`;
  return [...keys].some((key) => names(text, key));
}

/** Whether a text holds a key of its own, not as part of another: `#12` is not in `#123`, nor `PROD-7` in `APROD-7`. */
export function names(text: string, key: string): boolean {
  const folded = text.toLowerCase();
  const wanted = key.toLowerCase();
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const before = folded[at - 1] ?? ' ';
    const after = folded[at + wanted.length] ?? ' ';
    if (!/[\p{L}\p{N}_]/u.test(before) && !/[\p{L}\p{N}_]/u.test(after)) return true;
  }
  return false;
}
