import * as vscode from 'vscode';
import { trackerDraft } from '../assess/tracker-draft.js';
import type { Customization } from '../model/plan.js';
import { newItemAddress } from '../trackers/new-item-address.js';
import type { Folder } from './folders.js';
import type { Services } from './services.js';

/**
 * Shows what an item for a customization would say, and on the user's word opens the tracker's own form with it. Only what the user submits there
 * is sent.
 */
export async function proposeItem({ t }: Services, folder: Folder, customization: Customization): Promise<void> {
  const draft = trackerDraft(customization);
  const content = `# ${draft.title}\n\n${draft.body}`;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  const trackers = folder.session.model.config.trackers.flatMap((tracker) => {
    const address = newItemAddress(tracker, draft);
    return address ? [{ id: tracker.id, address }] : [];
  });
  const copy = t('Copy');
  const forms = trackers.map(({ id, address }) => ({ title: t('Open the Form of {0}', id), address }));
  const message = t('This is what the item would say. Nothing is sent until you submit the form of the tracker.');
  const chosen = await vscode.window.showInformationMessage(message, ...forms.map(({ title }) => title), copy);
  const form = forms.find(({ title }) => title === chosen);
  if (chosen === copy || form?.address.isFilled === false) await vscode.env.clipboard.writeText(document.getText());
  if (form) await vscode.env.openExternal(vscode.Uri.parse(form.address.url, true));
}
