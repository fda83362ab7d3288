import type { CommitReference } from '../model/age.js';
import type { Git } from './git.js';

export interface Branch {
  /** As git shows it: `main`, `origin/main`. */
  readonly name: string;
  /** Without the remote that it is tracked from. */
  readonly bareName: string;
  readonly isRemote: boolean;
  readonly tip: CommitReference;
}

export interface Branches {
  readonly all: readonly Branch[];
  /** The branch that the product is developed on: what the remote calls its own, or has one of the usual names, or is checked out. */
  readonly base: Branch | null;
}

const usualNames = ['main', 'master', 'trunk', 'develop', 'development'];

/** Local branches, and those of remotes that have no local namesake as young. */
export async function readBranches(git: Git, signal?: AbortSignal): Promise<Branches> {
  const all: Branch[] = [];
  let remoteBase: string | null = null;
  let checkedOut: string | null = null;
  const fields = ['%(refname)', '%(objectname)', '%(authordate:iso-strict)', '%(contents:subject)', '%(symref)', '%(HEAD)'];
  const asked = ['for-each-ref', `--format=${fields.join('%00')}`, 'refs/heads', 'refs/remotes'];
  await git.pieces(
    asked,
    '\n',
    (line) => {
      const [ref = '', commit = '', date = '', subject = '', target = '', head = ''] = line.split('\0');
      const [, kind = '', name = ''] = /^refs\/(heads|remotes)\/(.+)$/.exec(ref) ?? [];
      const isRemote = kind === 'remotes';
      if (target !== '') {
        if (ref === 'refs/remotes/origin/HEAD') remoteBase = target.replace(/^refs\/remotes\//, '');
        return;
      }
      if (name === '') return;
      if (head === '*') checkedOut = name;
      all.push({ name, bareName: isRemote ? name.replace(/^[^/]+\//, '') : name, isRemote, tip: { commit, date, subject } });
    },
    { signal },
  );
  const baseNames = [remoteBase, ...usualNames, ...usualNames.map((name) => `origin/${name}`), checkedOut];
  const base = baseNames.flatMap((name) => all.find((branch) => branch.name === name) ?? [])[0] ?? null;
  return { all: all.filter((branch) => !hasNamesake(branch, all)), base };
}

/** Whether another branch of that name is as young; the local one where both are. */
function hasNamesake(branch: Branch, all: readonly Branch[]): boolean {
  return all.some(
    (other) =>
      other !== branch &&
      other.bareName === branch.bareName &&
      (other.tip.date > branch.tip.date || (other.tip.date === branch.tip.date && branch.isRemote && !other.isRemote)),
  );
}
