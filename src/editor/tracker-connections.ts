import * as vscode from 'vscode';
import { z } from 'zod';
import type { TrackerType } from '../model/tracker.js';
import { TrackerError } from '../trackers/tracker-error.js';
import type { Credentials, TokenProvider } from '../trackers/tracker.js';
import { secretKey, signInOf, usableSignIns, type SignIn } from './tracker-traits.js';
import type { Translate } from './translate.js';

/** How a workspace reaches a tracker. Never holds a token. */
const connection = z.object({
  /** The origin that the user has confirmed, and the only one that gets the token. */
  origin: z.string(),
  by: z.enum(['token', 'github', 'github-enterprise', 'microsoft']),
  /** Whose token it is. */
  account: z.string(),
  /** Name for trackers that want one beside the token. */
  user: z.string().nullable(),
});
export type Connection = z.infer<typeof connection>;

const memory = 'oneoff.trackers';
const connections = z.record(z.string(), connection).catch({});

/**
 * Which trackers the user has connected in this workspace, and their tokens: those of VS Code's own sign-in, which stay with VS Code, and
 * others in its secret storage. A token is handed out only in a trusted workspace and only for the origin that was confirmed for it: the
 * address comes from the repository, which may be hostile.
 */
export class TrackerConnections {
  readonly #memento: vscode.Memento;
  readonly #secrets: vscode.SecretStorage;
  readonly #t: Translate;

  constructor({ workspaceState, secrets }: Pick<vscode.ExtensionContext, 'workspaceState' | 'secrets'>, t: Translate) {
    this.#memento = workspaceState;
    this.#secrets = secrets;
    this.#t = t;
  }

  /** `folder` is the address of a workspace folder. */
  find(folder: string, tracker: string): Connection | undefined {
    return this.#all[nameOf(folder, tracker)];
  }

  async keep(folder: string, tracker: string, made: Connection, token: string | null): Promise<void> {
    if (token !== null) await this.#secrets.store(secretKey(made), token);
    await this.#memento.update(memory, { ...this.#all, [nameOf(folder, tracker)]: made });
  }

  /** The token goes too, unless another tracker of the workspace is reached with it. */
  async forget(folder: string, tracker: string): Promise<void> {
    const { [nameOf(folder, tracker)]: gone, ...left } = this.#all;
    await this.#memento.update(memory, left);
    if (gone && !Object.values(left).some((other) => secretKey(other) === secretKey(gone))) await this.#secrets.delete(secretKey(gone));
  }

  /** Gives the tokens of one folder's trackers. */
  provider(folder: string): TokenProvider {
    return async ({ id }, origin) => {
      const found = this.find(folder, id);
      if (!found) throw new TrackerError('no-token', id, this.#t('it is not connected. Run “Connect a Tracker…”.'));
      return this.credentials(id, found, origin, null);
    };
  }

  /** `typed` is a token that is not kept yet. */
  async credentials(
    id: string,
    { origin: confirmed, by, account, user }: Connection,
    origin: string,
    typed: string | null,
  ): Promise<Credentials> {
    if (!vscode.workspace.isTrusted) throw new TrackerError('refused', id, this.#t('trackers are asked only in trusted workspaces.'));
    if (origin !== confirmed)
      throw new TrackerError(
        'refused',
        id,
        this.#t('it is connected at {0}, but its address is at {1} now. Connect it again.', confirmed, origin),
      );
    const token = typed ?? (by === 'token' ? await this.#secrets.get(secretKey({ origin, account })) : await sessionToken(signInOf(by)));
    if (!token) throw new TrackerError('no-token', id, this.#t('its token is gone. Run “Connect a Tracker…”.'));
    return { token, user, origin, ...(by === 'microsoft' && { isBearer: true }) };
  }

  get #all(): Readonly<Record<string, Connection>> {
    return connections.parse(this.#memento.get(memory, {}));
  }
}

function nameOf(folder: string, tracker: string): string {
  return `${tracker} ${folder}`;
}

/** Silent: a window that asks to sign in comes only when the user connects. */
async function sessionToken({ provider, scopes }: SignIn): Promise<string | undefined> {
  return (await vscode.authentication.getSession(provider, [...scopes], { silent: true }))?.accessToken;
}

/** VS Code's own sign-ins that can be used for a tracker with this API. */
export function signInsFor(type: TrackerType, origin: string): readonly SignIn[] {
  // What a workspace says of the site is not heard: it could name its own.
  const enterprise = vscode.workspace.getConfiguration('github-enterprise').inspect('uri')?.globalValue;
  return usableSignIns(type, origin, typeof enterprise === 'string' ? enterprise : '');
}
