import * as vscode from 'vscode';
import type { Range } from '../model/finding.js';

/** From the 1-based positions of findings to the 0-based ones of VS Code. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
}

export function fromRange({ start, end }: vscode.Range): Range {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
