import * as vscode from 'vscode';
import type { Kind } from '../model/finding.js';
import { notFound } from '../model/request.js';
import { rowContexts } from './ids.js';
import { besideOrigin, isComparable, missedDiff } from './fork-diffs.js';
import { isFile } from './fork-words.js';
import { toRange } from './ranges.js';
import type { Translate } from './translate.js';
import type { CustomerRow, FamilyRow, FileRow, FindingRow, FolderRow, MissedRow, RequestRow, Row } from './tree-rows.js';

const kindIcons: Readonly<Record<Kind, string>> = {
  branch: 'git-branch',
  definition: 'symbol-constant',
  lookup: 'table',
  import: 'package',
  flag: 'milestone',
  fork: 'repo-forked',
};

/** The row as VS Code wants it. */
export function treeItem(t: Translate, row: Row): vscode.TreeItem {
  const item = bareItem(t, row);
  item.id = row.id;
  item.description = row.description;
  item.accessibilityInformation = { label: row.spoken };
  return item;
}

function bareItem(t: Translate, row: Row): vscode.TreeItem {
  switch (row.is) {
    case 'group':
      return new vscode.TreeItem(row.label, vscode.TreeItemCollapsibleState.Collapsed);
    case 'customer':
      return customerItem(row);
    case 'request':
      return requestItem(row);
    case 'folder':
      return folderItem(row);
    case 'family':
      return familyItem(row);
    case 'file':
      return fileItem(row);
    case 'finding':
      return findingItem(t, row);
    case 'missed':
      return missedItem(t, row);
  }
}

function customerItem({ label, customer }: CustomerRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon(customer ? 'organization' : 'milestone');
  if (customer) item.contextValue = rowContexts[customer.source];
  return item;
}

function requestItem({ label, request }: RequestRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon(request ? (request.status === notFound ? 'warning' : 'issues') : 'question');
  if (request?.url) item.contextValue = rowContexts.request;
  return item;
}

function folderItem({ label, uri }: FolderRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.resourceUri = vscode.Uri.parse(uri);
  item.iconPath = vscode.ThemeIcon.Folder;
  return item;
}

function familyItem({ label }: FamilyRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon('files');
  return item;
}

function fileItem({ label, folder, path, isFolder }: FileRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.resourceUri = vscode.Uri.joinPath(vscode.Uri.parse(folder), path);
  item.iconPath = isFolder ? vscode.ThemeIcon.Folder : vscode.ThemeIcon.File;
  return item;
}

function findingItem(t: Translate, { label, folder, finding, missed }: FindingRow): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, missed.length > 0 ? Collapsed : None);
  item.iconPath = new vscode.ThemeIcon(kindIcons[finding.kind]);
  item.contextValue = [
    rowContexts.finding,
    ...((finding.requests ?? []).length > 0 ? [rowContexts.linked] : []),
    ...(isComparable(finding.fork) ? [rowContexts.fork] : []),
  ].join('.');
  const root = vscode.Uri.parse(folder);
  const shown = isFile(finding.fork) ? null : besideOrigin(t, root, finding);
  const selection = toRange(finding.range);
  item.command = shown ?? {
    command: 'vscode.open',
    title: label,
    arguments: [vscode.Uri.joinPath(root, finding.path), { selection, preview: true }],
  };
  return item;
}

function missedItem(t: Translate, { label, folder, origin, fix }: MissedRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.iconPath = new vscode.ThemeIcon('git-commit');
  item.command = missedDiff(t, vscode.Uri.parse(folder), origin, fix);
  return item;
}
