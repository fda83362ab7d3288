import * as vscode from 'vscode';
import type { Kind } from '../model/finding.js';
import { rowContexts } from './ids.js';
import { toRange } from './ranges.js';
import type { CustomerRow, FileRow, FindingRow, FolderRow, RequestRow, Row } from './tree-rows.js';

const kindIcons: Readonly<Record<Kind, string>> = {
  branch: 'git-branch',
  definition: 'symbol-constant',
  lookup: 'table',
  import: 'package',
  flag: 'milestone',
  fork: 'repo-forked',
};

/** The row as VS Code wants it. */
export function treeItem(row: Row): vscode.TreeItem {
  const item = bareItem(row);
  item.id = row.id;
  item.description = row.description;
  item.accessibilityInformation = { label: row.spoken };
  return item;
}

function bareItem(row: Row): vscode.TreeItem {
  switch (row.is) {
    case 'group':
      return new vscode.TreeItem(row.label, vscode.TreeItemCollapsibleState.Collapsed);
    case 'customer':
      return customerItem(row);
    case 'request':
      return requestItem(row);
    case 'folder':
      return folderItem(row);
    case 'file':
      return fileItem(row);
    case 'finding':
      return findingItem(row);
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
  item.iconPath = new vscode.ThemeIcon(request ? 'issues' : 'question');
  if (request?.url) item.contextValue = rowContexts.request;
  return item;
}

function folderItem({ label, uri }: FolderRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.resourceUri = vscode.Uri.parse(uri);
  item.iconPath = vscode.ThemeIcon.Folder;
  return item;
}

function fileItem({ label, folder, path }: FileRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.resourceUri = vscode.Uri.joinPath(vscode.Uri.parse(folder), path);
  item.iconPath = vscode.ThemeIcon.File;
  return item;
}

function findingItem({ label, folder, finding }: FindingRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.iconPath = new vscode.ThemeIcon(kindIcons[finding.kind]);
  item.contextValue = (finding.requests ?? []).length > 0 ? rowContexts.linkedFinding : rowContexts.finding;
  const uri = vscode.Uri.joinPath(vscode.Uri.parse(folder), finding.path);
  item.command = { command: 'vscode.open', title: label, arguments: [uri, { selection: toRange(finding.range), preview: true }] };
  return item;
}
