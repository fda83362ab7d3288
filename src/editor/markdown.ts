import * as vscode from 'vscode';
import { escapeMarkdown } from './escape-markdown.js';
import type { Card } from './hover-plan.js';

/** Texts come from source code, so they are escaped, and no command in them is trusted. */
export function renderCard({ title, facts, reasons }: Card): vscode.MarkdownString {
  const lines = title === '' ? [] : [`**${escapeMarkdown(title)}**`];
  if (facts.length > 0) lines.push(escapeMarkdown(facts.join(' · ')));
  if (reasons.length > 0) lines.push(reasons.map((reason) => `- ${escapeMarkdown(reason)}`).join('\n'));
  return new vscode.MarkdownString(lines.join('\n\n'));
}
