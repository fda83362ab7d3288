import * as vscode from 'vscode';
import type { ChainLine } from './chain-plan.js';
import { escapeMarkdown } from './escape-markdown.js';
import type { Card } from './hover-plan.js';

/** Texts come from source code, so they are escaped, and no command in them is trusted. */
export function renderCard(card: Card): vscode.MarkdownString {
  const { reasons } = card;
  return render(card, reasons.length > 0 ? [reasons.map((reason) => `- ${escapeMarkdown(reason)}`).join('\n')] : []);
}

/** A card whose reasons are a chain that can be followed: each step is a link to its place, in the workspace folder `root`. */
export function renderChain(card: Card, chain: readonly ChainLine[], root: vscode.Uri): vscode.MarkdownString {
  return render(card, [chain.map((line) => `${line.isNested ? '  ' : ''}- ${chainLine(line, root)}`).join('\n')]);
}

function render({ title, facts }: Card, rest: readonly string[]): vscode.MarkdownString {
  const lines = title === '' ? [] : [`**${escapeMarkdown(title)}**`];
  if (facts.length > 0) lines.push(escapeMarkdown(facts.join(' · ')));
  return new vscode.MarkdownString([...lines, ...rest].join('\n\n'));
}

function chainLine({ label, text, place, note }: ChainLine, root: vscode.Uri): string {
  const escaped = escapeMarkdown(text);
  const linked = place && escaped !== '' ? `[${escaped}](${linkTo(root, place)})` : escaped;
  return `*${escapeMarkdown(label)}* ${[linked, escapeMarkdown(note)].filter(Boolean).join(' · ')}`.trimEnd();
}

/** An address that opens a file at a place; editors read the fragment as line and column. */
function linkTo(root: vscode.Uri, { path, range: { start } }: NonNullable<ChainLine['place']>): string {
  return vscode.Uri.joinPath(root, path)
    .with({ fragment: `L${start.line},${start.column}` })
    .toString();
}
