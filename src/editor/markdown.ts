import * as vscode from 'vscode';
import type { ChainLine } from './chain-plan.js';
import { escapeHtml, escapeMarkdown } from './escape-markdown.js';
import type { FigureLine } from './figures-plan.js';
import type { Card, CardLine } from './hover-plan.js';

/** Texts come from source code, so they are escaped, and no command in them is trusted. */
export function renderCard(card: Card): vscode.MarkdownString {
  const { reasons } = card;
  return render(card, reasons.length > 0 ? [reasons.map((reason) => `- ${escapeMarkdown(reason)}`).join('\n')] : []);
}

/** A card whose reasons are a chain that can be followed: each step is a link to its place, in the workspace folder `root`. */
export function renderChain(card: Card, chain: readonly ChainLine[], root: vscode.Uri): vscode.MarkdownString {
  return render(card, [chain.map((line) => `${line.isNested ? '  ' : ''}- ${chainLine(line, root)}`).join('\n')]);
}

function render({ title, facts, history, figures }: Card, rest: readonly string[]): vscode.MarkdownString {
  const lines = title === '' ? [] : [`**${escapeMarkdown(title)}**`];
  if (facts.length > 0) lines.push(escapeMarkdown(facts.join(' · ')));
  if (history.length > 0) lines.push(history.map(renderLine).join('  \n'));
  const text = new vscode.MarkdownString([...lines, ...figures.map(renderFigure), ...rest].join('\n\n'));
  text.supportHtml = figures.length > 0;
  return text;
}

function renderLine({ text, url }: CardLine): string {
  return url === null ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${url})`;
}

/** A figure that opens into its terms. */
function renderFigure({ text, terms }: FigureLine): string {
  if (terms.length === 0) return escapeMarkdown(text);
  const list = terms.map((term) => `- ${escapeMarkdown(term)}`).join('\n');
  return `<details><summary>${escapeHtml(text)}</summary>\n\n${list}\n\n</details>`;
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
