import { printable } from './printable.js';
import type { PlaceLinks } from './report-input.js';

/** Opens VS Code at the line, on the machine where the folder is. */
export const editorLinks: PlaceLinks = { by: 'address', template: 'vscode://file{root}/{path}:{line}:{column}' };

const dangerous = /^(?:javascript|data|vbscript|blob):/i;

/** Whether addresses made of a template lead to places and run nothing. */
export function isLinkTemplate(template: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(template) && !dangerous.test(template) && template.includes('{path}');
}

/** The template with the scanned folder filled in. */
export function rootedTemplate(template: string, root: string): string {
  const posix = root.replaceAll('\\', '/');
  return template.replaceAll('{root}', () => encodedPath(posix.startsWith('/') ? posix : `/${posix}`));
}

/** A rooted template with a place filled in. */
export function addressOf(template: string, { path, line, column }: { path: string; line: number; column: number }): string {
  const values: Readonly<Record<string, string>> = { path: encodedPath(path), line: String(line), column: String(column) };
  return template.replace(/\{(path|line|column)\}/g, (_, name: string) => values[name] ?? '');
}

/** Only addresses that a browser opens, not runs. Trackers are outside, and a configuration could hold anything. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

function encodedPath(path: string): string {
  return encodeURI(printable(path)).replaceAll('#', '%23').replaceAll('?', '%3F');
}
