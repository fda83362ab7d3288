import * as vscode from 'vscode';
import type { Services } from './services.js';

/** Runs what the user asked for; a failure is logged and shown once, with the way to the log. */
export async function presentErrors({ output, t }: Services, action: () => unknown): Promise<void> {
  try {
    await action();
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    const show = t('Show Output');
    const message = error instanceof Error ? error.message : String(error);
    if ((await vscode.window.showErrorMessage(`One-Off: ${message}`, show)) === show) output.show();
  }
}
