import type { CommitMessage } from '../model/age.js';

/** What the message of a commit says, taken apart by how far it speaks of the commit itself. */
export interface CommitTexts {
  /** What its author wrote of it. */
  readonly own: string;
  /** The branch that it merged; null where it is no merge. */
  readonly branch: string | null;
  /** The pull request by which it came, as GitHub writes it: `#12`; null where it names none. */
  readonly pull: string | null;
}

/** The branch in the message of a merge, as git, GitHub, GitLab, Bitbucket and Azure write it. */
const merges = [
  /^Merge (?:remote-tracking )?branch '([^']{1,200})'/,
  /^Merge pull request #\d+ from ([^\s]{1,200})/,
  /^Merged? (?:PR|in) ([^\s(]{1,200})/,
  /^Merged in ([^\s(]{1,200})/,
];

/** Branches that gather work: whoever merges one merges what others had asked for. Not `main`, as a fork's holds what its owner proposes. */
const gathering = /(?:^|[/:])(?:dev|develop|development|staging|next|canary|release|releases)(?:[-/]v?\d.*)?$/i;

/** Lines that name people and reviews, whose numbers are no requests. */
const trailer = /^(?:Change-Id|Reviewed-on|Reviewed-by|Signed-off-by|Co-authored-by|Cr-Commit-Position|git-svn-id):.*$/gim;

/** Lines of other commits, which a squashed one lists: merges, reverts, and what had pull requests of its own. */
const ofOthers = [
  /^[ \t]*(?:[*-] )?(?:Merge (?:pull request|branch|remote-tracking branch)|Merged in|Reverts? )[^\n]*$/gim,
  /^[ \t]*[*-] [^\n]*\(#\d{1,10}\)[ \t\r]*$/gm,
];

export function commitTexts({ subject, body }: CommitMessage): CommitTexts {
  const branch = merges.flatMap((merge) => merge.exec(subject)?.[1] ?? [])[0] ?? null;
  const said = [trailer, ...ofOthers].reduce((text, lines) => text.replace(lines, ''), body);
  if (branch === null) {
    const squashed = /\((#\d{1,10})\)\s*$/.exec(subject);
    return {
      own: `${withoutReverted(squashed ? subject.slice(0, squashed.index) : subject)}\n${said}`,
      branch,
      pull: squashed?.[1] ?? null,
    };
  }
  const pull = gathering.test(branch) ? null : (/^Merge pull request (#\d{1,10}) /.exec(subject)?.[1] ?? null);
  return { own: said, branch, pull };
}

/** `Revert "X"` takes X away; `Revert "Revert "X""` brings it again. */
function withoutReverted(subject: string): string {
  const [, reverts = '', reverted = ''] = /^((?:Revert ")+)([^"]*)/.exec(subject) ?? [];
  if (reverts === '') return subject;
  return (reverts.length / 'Revert "'.length) % 2 === 1 ? '' : reverted;
}
