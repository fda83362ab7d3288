import * as vscode from 'vscode';
import type { Finding } from '../model/finding.js';
import type { Fork, MissedFix } from '../model/fork.js';
import { committedUri } from './git-content.js';
import { partUri } from './part-content.js';
import type { Translate } from './translate.js';

/** What VS Code is told to show. */
export interface Show {
  readonly command: 'vscode.diff' | 'vscode.changes';
  readonly title: string;
  readonly arguments: unknown[];
}

/** The origin at the left, the fork at the right; null for a git branch, which no file stands for. */
export function besideOrigin(t: Translate, folder: vscode.Uri, { path, range, region, fork }: Finding): Show | null {
  if (!fork || fork.unit === 'branch') return null;
  const { origin, unit, members = [] } = fork;
  const title = t('{0} ↔ {1}', baseOf(origin.path), baseOf(path));
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  if (unit === 'folder') {
    const pairs = members.map((member) => [at(member.path), at(member.origin), at(member.path)]);
    return { command: 'vscode.changes', title, arguments: [title, pairs] };
  }
  const isPart = unit === 'function' || unit === 'class';
  const [left, right] =
    isPart && origin.range ? [partUri(at(origin.path), origin.range), partUri(at(path), region ?? range)] : [at(origin.path), at(path)];
  return { command: 'vscode.diff', title, arguments: [left, right, title, { preview: true }] };
}

/** What a commit changed in the origin. */
export function missedDiff(t: Translate, folder: vscode.Uri, origin: string, { commit, subject }: MissedFix): Show {
  const title = t('{0}: {1} ({2})', baseOf(origin), subject, commit.slice(0, 7));
  const sides = [committedUri(folder, origin, commit, true), committedUri(folder, origin, commit, false)];
  return { command: 'vscode.diff', title, arguments: [...sides, title, { preview: true }] };
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Forks that can be shown beside what they were copied from. */
export function isComparable(fork: Fork | undefined): boolean {
  return fork !== undefined && fork.unit !== 'branch';
}
