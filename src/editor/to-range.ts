import * as vscode from 'vscode';
import type { Range } from '../model/finding.js';

/** From the 1-based positions of findings to the 0-based ones of VS Code. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
}
