import * as vscode from 'vscode';
import type { Finding } from '../model/finding.js';
import type { Fork } from '../model/fork.js';
import type { FolderModel } from './folder-model.js';
import type { Folder } from './folders.js';
import type { Services } from './services.js';
import type { FindingRow } from './tree-rows.js';
import { visibleFindings } from './visible-findings.js';

/** What a command is about. */
export interface Chosen {
  readonly folder: Folder;
  readonly finding: Finding;
}

/** The one-off of a row, or else the first on the current line that is meant. Throws with a sentence for people where there is none. */
export function chosenFinding(services: Services, row: unknown, isMeant: (finding: Finding) => boolean = () => true): Chosen {
  return chosen(services, row, isMeant, (model, path) => model.findingsAt(path));
}

/** As `chosenFinding`, also of a file that is part of a copied folder. */
export function chosenFork(services: Services, row: unknown, isMeant: (fork: Fork) => boolean): Chosen {
  const isFork = ({ fork }: Finding): boolean => fork !== undefined && isMeant(fork);
  return chosen(services, row, isFork, (model, path) => model.shownAt(path));
}

type FindingsAt = (model: FolderModel, path: string) => readonly Finding[];

function chosen(services: Services, row: unknown, isMeant: (finding: Finding) => boolean, findingsAt: FindingsAt): Chosen {
  const { folders, t } = services;
  const found = isFindingRow(row) ? rowFinding(services, row) : findingAtCursor(services, isMeant, findingsAt);
  if (!found) throw new Error(folders.all.length > 0 ? t('There is no such one-off on the current line.') : t('Open a folder first.'));
  return found;
}

function rowFinding({ folders }: Services, { folder, finding }: FindingRow): Chosen | undefined {
  const holder = folders.all.find(({ uri }) => uri.toString() === folder);
  return holder && { folder: holder, finding };
}

function findingAtCursor(
  { folders, settings }: Services,
  isMeant: (finding: Finding) => boolean,
  findingsAt: FindingsAt,
): Chosen | undefined {
  const editor = vscode.window.activeTextEditor;
  const place = editor && folders.placeOf(editor.document.uri);
  if (!place) return undefined;
  const line = editor.selection.active.line + 1;
  const { folder, path } = place;
  const all = visibleFindings(findingsAt(folder.session.model, path), settings.now).filter(isMeant);
  const finding =
    all.find(({ range }) => range.start.line <= line && line <= range.end.line) ??
    all.find(({ region }) => region !== null && region.start.line <= line && line <= region.end.line);
  return finding && { folder, finding };
}

function isFindingRow(value: unknown): value is FindingRow {
  return typeof value === 'object' && value !== null && 'is' in value && value.is === 'finding';
}
