import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { z } from 'zod';
import { reportFormats, type ReportFormat } from '../report/registry.js';
import type { ReportRequest } from '../workspace/write-report.js';
import { pickFolder } from './config-file.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import type { Folder } from './folders.js';
import { commandIds } from './ids.js';
import { openPlace } from './open-place.js';
import { presentErrors } from './present-error.js';
import { saveText } from './save-text.js';
import type { Services } from './services.js';

/** What the page of a report may ask for. */
const opening = z.object({ type: z.literal('open'), path: z.string(), line: z.int().positive(), column: z.int().positive() });

const fileNames: Readonly<Record<ReportFormat, string>> = {
  pretty: 'oneoff-report.txt',
  json: 'oneoff-report.json',
  html: 'oneoff-report.html',
  markdown: 'oneoff-report.md',
  csv: 'oneoff-report.csv',
  sarif: 'oneoff-report.sarif',
  gitlab: 'gl-code-quality-report.json',
  github: 'oneoff-annotations.txt',
  checkstyle: 'oneoff-checkstyle.xml',
  junit: 'oneoff-junit.xml',
};

/** Shows the report that `oneoff scan --format html` writes, and exports a scan in every format of the command line. */
export function registerReportView(services: Services): Disposable {
  const held = new DisposableStore();
  const command = (id: string, action: (folder: Folder) => Promise<void>): void => {
    const run = async (): Promise<void> => {
      const folder = await pickFolder(services, services.t('Folder to report on'));
      if (folder) await action(folder);
    };
    held.add(vscode.commands.registerCommand(id, () => presentErrors(services, run)));
  };
  command(commandIds.openReport, (folder) => openReport(services, folder, held));
  command(commandIds.exportReport, (folder) => exportReport(services, folder));
  return held;
}

async function openReport(services: Services, folder: Folder, held: DisposableStore): Promise<void> {
  const { t } = services;
  const nonce = randomBytes(24).toString('base64');
  const page = { nonce, links: { by: 'message' } } as const;
  const html = await writtenReport(services, folder, { format: 'html', page });
  const title = t('Report: {0}', folder.name);
  const options = { enableScripts: true, localResourceRoots: [], enableFindWidget: true };
  const panel = held.add(vscode.window.createWebviewPanel('oneoff.report', title, vscode.ViewColumn.Active, options));
  panel.webview.onDidReceiveMessage((message) => {
    const asked = opening.safeParse(message).data;
    if (asked) void presentErrors(services, () => openPlace(folder, asked.path, asked.line, asked.column));
  });
  panel.webview.html = html;
}

async function exportReport(services: Services, folder: Folder): Promise<void> {
  const picks = reportFormats.map((format) => ({ label: format, description: fileNames[format], format }));
  const picked = await vscode.window.showQuickPick(picks, { placeHolder: services.t('Format to export') });
  if (!picked) return;
  const text = await writtenReport(services, folder, { format: picked.format });
  await saveText(services, folder, fileNames[picked.format], text);
}

/** What the command line would write of the same scan. */
async function writtenReport({ trackers }: Services, folder: Folder, request: ReportRequest): Promise<string> {
  return folder.session.report(request, trackers.coverageOf(folder), new AbortController().signal);
}
