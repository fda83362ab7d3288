import { codeTokens, type CodeTokens } from '../assess/code-tokens.js';
import { judgeChanges, type ChangeVerdict, type OriginChange } from '../assess/missed-fixes.js';
import { customersOfBranch, daysBetween, isLongLived, keptByName, type NamedCustomer } from '../assess/named-branches.js';
import { readBranches, type Branch } from '../history/branches.js';
import { readDifferingFiles, readMergeBase, readOneSided, type DifferingFile, type OneSided } from '../history/branch-difference.js';
import { GitError, type Git } from '../history/git.js';
import { readTexts } from '../history/read-texts.js';
import type { RawCommit } from '../history/raw-log.js';
import { readLimits } from '../history/repository.js';
import type { CustomerBranch, NeverTaken } from '../model/customer-branch.js';
import { missedStandings, type MissedFix } from '../model/fork.js';

export interface CustomerBranchQuestion {
  readonly customers: readonly NamedCustomer[];
  readonly git: Git;
}

/**
 * Long-lived branches named for customers, with what they lack of the base; those furthest behind first. Five questions to git for each.
 * Rejects with `GitError` where there is no repository.
 */
export async function customerBranches(
  { customers, git }: CustomerBranchQuestion,
  signal?: AbortSignal,
  onProgress?: (progress: { readonly done: number; readonly total: number }) => void,
): Promise<CustomerBranch[]> {
  const { prefix, notices } = await readLimits(git, signal);
  const { all, base } = await readBranches(git, signal);
  if (!base) return [];
  const named = all
    .filter((branch) => branch.bareName !== base.bareName)
    .map((branch) => ({ branch, customers: customersOfBranch(branch.bareName, customers) }))
    .filter((candidate) => candidate.customers.length > 0);
  const names = named.map(({ branch }) => branch.bareName);
  const reader = new BranchReader({ git, base, prefix, kept: keptByName(names, customers), signal });
  const found: CustomerBranch[] = [];
  for (const [done, candidate] of named.entries()) {
    onProgress?.({ done, total: named.length });
    const read = await reader.read(candidate.branch, candidate.customers);
    if (read) found.push({ ...read, notices: [...notices, ...read.notices] });
  }
  return found.sort((one, other) => other.behind - one.behind);
}

interface BranchReaderOptions {
  readonly git: Git;
  readonly base: Branch;
  readonly prefix: string;
  /** Names of branches that are a customer's however young they are. */
  readonly kept: ReadonlySet<string>;
  readonly signal: AbortSignal | undefined;
}

class BranchReader {
  readonly #git: Git;
  readonly #base: Branch;
  readonly #prefix: string;
  readonly #kept: ReadonlySet<string>;
  readonly #signal: AbortSignal | undefined;

  constructor({ git, base, prefix, kept, signal }: BranchReaderOptions) {
    this.#git = git;
    this.#base = base;
    this.#prefix = prefix;
    this.#kept = kept;
    this.#signal = signal;
  }

  /** Null for branches that are merged, short-lived or of another history. */
  async read(branch: Branch, customers: readonly string[]): Promise<CustomerBranch | null> {
    const mergeBase = await readMergeBase(this.#git, this.#base, branch, this.#signal);
    if (!mergeBase || mergeBase.commit === branch.tip.commit) return null;
    const isKept = this.#kept.has(branch.bareName);
    if (!isKept && !isLongLived(mergeBase.date, branch.tip.date)) return null;
    const { sided, notices } = await this.#sides(branch);
    if (sided.branchOnly + sided.picked === 0) return null;
    const files = await readDifferingFiles(this.#git, this.#base.tip.commit, branch.tip.commit, this.#signal);
    const changed = async (tip: string): Promise<Set<string>> =>
      new Set((await readDifferingFiles(this.#git, mergeBase.commit, tip, this.#signal)).map(({ path }) => path));
    const [onBase, onBranch] = [await changed(this.#base.tip.commit), await changed(branch.tip.commit)];
    const { neverTaken, adapted } = await this.#neverTaken(sided.baseOnly, files);
    const inside = files.map(({ path }) => path).filter((path) => path.startsWith(this.#prefix));
    const local = (path: string): string => path.slice(this.#prefix.length);
    return {
      name: branch.name,
      customers,
      base: this.#base.name,
      tip: branch.tip,
      mergeBase,
      ahead: sided.branchOnly,
      behind: sided.baseOnly.length,
      picked: sided.picked,
      adapted,
      differing: inside.map(local),
      changedOnBoth: inside.filter((path) => onBase.has(path) && onBranch.has(path)).map(local),
      neverTaken,
      evidence: [
        `The branch “${branch.name}” is named for ${customers.join(', ')}.`,
        isKept
          ? 'Branches beside it are called after a customer each.'
          : `It has lived beside “${this.#base.name}” for ${daysBetween(mergeBase.date, branch.tip.date)} days.`,
      ],
      notices,
    };
  }

  /** Where the clone lacks what it takes to compare patches, nothing counts as taken. */
  async #sides(branch: Branch): Promise<{ readonly sided: OneSided; readonly notices: readonly string[] }> {
    try {
      return { sided: await readOneSided(this.#git, this.#base, branch, true, this.#signal), notices: [] };
    } catch (error) {
      if (!(error instanceof GitError) || (error.failure !== 'failed' && error.failure !== 'timeout')) throw error;
      const reason = error.failure === 'timeout' ? 'it took too long' : 'the clone lacks contents';
      const notices = [`Cherry-picks were not looked for, as ${reason}; they may be listed as never taken.`];
      return { sided: await readOneSided(this.#git, this.#base, branch, false, this.#signal), notices };
    }
  }

  /** Tests the base's commits on the branch's versions, file by file, so that picks which were adapted count as taken. */
  async #neverTaken(commits: readonly RawCommit[], files: readonly DifferingFile[]): Promise<Judged> {
    const judged = new Map<string, { readonly path: string; readonly verdict: ChangeVerdict }[]>();
    const oldestFirst = commits.toReversed();
    for (const { path, base, branch } of files) {
      if (base === null || branch === null || !path.startsWith(this.#prefix)) continue;
      for (const verdict of await this.#verdicts(path, base, branch, oldestFirst)) {
        const { commit } = verdict.change.message;
        const known = judged.get(commit);
        if (known) known.push({ path: path.slice(this.#prefix.length), verdict });
        else judged.set(commit, [{ path: path.slice(this.#prefix.length), verdict }]);
      }
    }
    const taken = commits.flatMap(({ message }) => neverTakenOf(judged.get(message.commit) ?? []));
    const adapted = [...judged.values()].filter((all) => all.every(({ verdict }) => verdict.verdict === 'applied')).length;
    return { neverTaken: taken.sort((one, other) => rankOf(one) - rankOf(other)), adapted };
  }

  async #verdicts(path: string, base: string, branch: string, oldestFirst: readonly RawCommit[]): Promise<ChangeVerdict[]> {
    const touching = oldestFirst.flatMap(({ message, changes }) => {
      const change = changes.find((one) => one.path === path);
      return change?.before && change.after ? [{ message, files: changes.length, before: change.before, after: change.after }] : [];
    });
    if (touching.length === 0) return [];
    const texts = await readTexts(this.#git, [base, branch, ...touching.flatMap(({ before, after }) => [before, after])], this.#signal);
    const tokens = new Map([...texts].map(([hash, text]) => [hash, codeTokens(text, path)]));
    const [origin, fork] = [tokens.get(base), tokens.get(branch)];
    if (!origin || !fork) return [];
    const changes = touching.flatMap(({ message, files, before, after }) =>
      changeOf(message, files, tokens.get(before), tokens.get(after)),
    );
    return judgeChanges({ changes, fork, lines: null, origin, sameName: (word) => word });
  }
}

interface Judged {
  readonly neverTaken: readonly NeverTaken[];
  readonly adapted: number;
}

function changeOf(
  message: OriginChange['message'],
  files: number,
  before: CodeTokens | undefined,
  after: CodeTokens | undefined,
): OriginChange[] {
  return before && after ? [{ message, files, touchesFork: false, before, after }] : [];
}

function neverTakenOf(judged: readonly { readonly path: string; readonly verdict: ChangeVerdict }[]): NeverTaken[] {
  const missed = judged.flatMap(({ path, verdict }) => (verdict.verdict === 'missed' ? [{ path, fix: verdict.fix }] : []));
  const [best] = missed.map(({ fix }) => fix).sort((one, other) => rankOf(one) - rankOf(other));
  if (!best) return [];
  const { commit, date, subject, standing, reasons } = best;
  return [{ commit, date, subject, standing, reasons, places: missed.map(({ path, fix }) => ({ path, lines: fix.lines })) }];
}

function rankOf({ standing }: Pick<MissedFix, 'standing'>): number {
  return missedStandings.indexOf(standing);
}
