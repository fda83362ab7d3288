import * as vscode from 'vscode';
import { z } from 'zod';
import type { Range } from '../model/finding.js';
import type { Disposable } from './disposable-store.js';

const scheme = 'oneoff-part';

const address = z.object({ of: z.string(), first: z.number(), last: z.number() });

/** Where a part of a file can be read by itself: its whole lines. */
export function partUri(file: vscode.Uri, { start, end }: Range): vscode.Uri {
  const query = JSON.stringify({ of: file.toString(), first: start.line, last: end.line } satisfies z.infer<typeof address>);
  return vscode.Uri.from({ scheme, path: file.path, query });
}

/** Shows parts of files, read-only, so that two functions can be compared without what stands around them. */
export function registerPartContent(): Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ query }) {
      const { of, first, last } = address.parse(JSON.parse(query));
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(of));
      const end = document.lineAt(Math.min(last, document.lineCount) - 1).range.end;
      return document.getText(new vscode.Range(new vscode.Position(first - 1, 0), end));
    },
  });
}
