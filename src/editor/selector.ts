import type * as vscode from 'vscode';
import { languages } from './ids.js';

/** The documents that one-offs are shown in. Without an extension for its language, a component is plain text; its name says what it is. */
export const sourceSelector: vscode.DocumentSelector = [
  ...languages.map((language) => ({ language, scheme: 'file' })),
  { scheme: 'file', pattern: '**/*.{vue,svelte,astro}' },
];
