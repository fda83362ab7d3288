import * as vscode from 'vscode';
import type { TrackerConfig } from '../model/tracker.js';
import { addTracker } from './config-edit.js';
import { editConfig, pickFolder } from './config-file.js';
import { nextQuestion, type Draft, type Surroundings } from './connect-questions.js';
import { DisposableStore } from './disposable-store.js';
import type { Folder } from './folders.js';
import type { Services } from './services.js';
import { signInsFor, type Connection } from './tracker-connections.js';
import { freeId, signInOf } from './tracker-traits.js';

/** Leads the user through connecting a tracker: which, where, what of it, with whose eyes; asks it who that is, and writes it down. */
export async function connectTracker(services: Services): Promise<void> {
  const { t, trackers } = services;
  if (!vscode.workspace.isTrusted) throw new Error(t('Trackers are asked only in trusted workspaces.'));
  const folder = await pickFolder(services, t('Folder whose tracker to connect'));
  if (!folder) return;
  const known = folder.session.model.config.trackers;
  const around: Surroundings = {
    t,
    known,
    originOf: (draft) => trackers.originOf(folder, configOf(draft, known)),
    signInsFor: (type, origin) => signInsFor(type, origin),
  };
  const draft = await askAll(around);
  if (!draft) return;
  const config = configOf(draft, known);
  const account = await test(services, folder, config, draft);
  if (account === null) return;
  if (!draft.known) {
    await editConfig(services, folder, (text) => addTracker(text, config));
    await untilKnown(services, folder, config.id);
  }
  await trackers.sync(folder);
  void vscode.window.setStatusBarMessage(t('Connected to {0} as {1}', config.id, account), 5000);
}

/** Milliseconds that a changed configuration may take to be read. */
const readingLimit = 10_000;

async function untilKnown({ folders }: Services, folder: Folder, id: string): Promise<void> {
  const isKnown = (): boolean => folder.session.model.config.trackers.some((tracker) => tracker.id === id);
  if (isKnown()) return;
  const held = new DisposableStore();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, readingLimit);
    held.add({
      dispose: () => {
        clearTimeout(timer);
      },
    });
    held.add(
      folders.onDidChangeSummary(() => {
        if (isKnown()) resolve();
      }),
    );
  });
  held.dispose();
}

async function askAll(around: Surroundings): Promise<Draft | null> {
  const before: Draft[] = [];
  let draft: Draft = {};
  for (let question = nextQuestion(draft); question; question = nextQuestion(draft)) {
    const answer = await question(around, draft, { title: around.t('Connect a Tracker'), step: before.length + 1 });
    if (!('is' in answer)) draft = answer;
    else if (answer.is === 'ended') return null;
    else if (answer.is === 'back') draft = before.pop() ?? {};
    else {
      before.push(draft);
      draft = answer.value;
    }
  }
  return draft;
}

function configOf({ known, type = 'file', url = null, projects = [] }: Draft, all: readonly TrackerConfig[]): TrackerConfig {
  if (known) return known;
  const id = freeId(
    type,
    all.map((each) => each.id),
  );
  return { id, type, url, projects, keyPatterns: [], customerFields: [], customerLabels: [], path: null, columns: {}, dateOrder: null };
}

/** The name of the account if the tracker answers; the connection is kept then. */
async function test({ t, trackers }: Services, folder: Folder, config: TrackerConfig, draft: Draft): Promise<string | null> {
  const { origin = null, by = 'token', user = null, token = null } = draft;
  if (by !== 'token' && !(await signIn(by))) return null;
  const made: Connection | null = origin === null ? null : { origin, by, user, account: user ?? '' };
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title: t('Asking {0}', origin ?? config.id), cancellable: true }, async (_, cancel) => {
    const abort = new AbortController();
    cancel.onCancellationRequested(() => {
      abort.abort();
    });
    return trackers.connect(folder, config, made, token, abort.signal).catch((error: unknown) => {
      if (abort.signal.aborted) return null;
      throw error;
    });
  });
}

/** False when the user does not want to: VS Code and its providers tell that by words alone. */
async function signIn(by: Exclude<Connection['by'], 'token'>): Promise<boolean> {
  const { provider, scopes } = signInOf(by);
  try {
    await vscode.authentication.getSession(provider, [...scopes], { createIfNone: true });
    return true;
  } catch (error) {
    if (/did not consent|cancel/i.test(String(error))) return false;
    throw error;
  }
}
