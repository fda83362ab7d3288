import * as vscode from 'vscode';
import type { Card } from './hover-plan.js';

/** Texts come from source code, so they are escaped and nothing in them can be a link, an image or a command. */
export function renderCard({ title, facts, reasons }: Card): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.appendMarkdown('**').appendText(title).appendMarkdown('**');
  if (facts.length > 0) text.appendMarkdown('  \n').appendText(facts.join(' · '));
  if (reasons.length > 0) text.appendMarkdown('\n\n');
  for (const reason of reasons) text.appendMarkdown('- ').appendText(reason).appendMarkdown('\n');
  return text;
}
