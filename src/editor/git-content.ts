import * as vscode from 'vscode';
import { z } from 'zod';
import type { Disposable } from './disposable-store.js';
import type { Services } from './services.js';

const scheme = 'oneoff-git';

const address = z.object({
  /** Address of the workspace folder. */
  folder: z.string(),
  /** Full hash. */
  commit: z.string(),
  /** Set for the state before the commit. */
  isBefore: z.boolean(),
});

/** Where a file (posix path relative to the folder) can be read as a commit left it, or as it was before. */
export function committedUri(folder: vscode.Uri, path: string, commit: string, isBefore: boolean): vscode.Uri {
  const query = JSON.stringify({ folder: folder.toString(), commit, isBefore } satisfies z.infer<typeof address>);
  return vscode.Uri.from({ scheme, path: `/${path}`, query });
}

/** Shows files of commits, read-only, as far as git may be asked. */
export function registerGitContent({ folders, t }: Services): Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path, query }) {
      if (!vscode.workspace.isTrusted) return t('Git is asked only in trusted workspaces.');
      const { folder, commit, isBefore } = address.parse(JSON.parse(query));
      const holder = folders.all.find(({ uri }) => uri.toString() === folder);
      return (await holder?.session.committedText({ path: path.slice(1), commit, isBefore })) ?? '';
    },
  });
}
