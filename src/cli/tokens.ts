import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { TrackerConfig } from '../model/tracker.js';
import { TrackerError } from '../trackers/tracker-error.js';
import type { Credentials } from '../trackers/tracker.js';

/** `ONEOFF_JIRA_TOKEN` for the tracker `jira`. */
function variable(id: string, what: 'TOKEN' | 'USER' | 'ORIGIN'): string {
  return `ONEOFF_${id.toUpperCase().replaceAll('-', '_')}_${what}`;
}

/** Where a user says once for all which origin a tracker's token is meant for. */
export function trackersFile(environment: NodeJS.ProcessEnv): string {
  const base = environment['XDG_CONFIG_HOME'];
  return path.join(base !== undefined && path.isAbsolute(base) ? base : path.join(homedir(), '.config'), 'oneoff', 'trackers.json');
}

/**
 * The token of a tracker, from the environment. A configuration comes with a repository, and so could be anybody's: the token is given only
 * for an origin that the user has named, in the environment or in a file of their own. Throws TrackerError.
 */
export function tokenFor({ id, type }: TrackerConfig, origin: string, environment: NodeJS.ProcessEnv): Credentials {
  const token = environment[variable(id, 'TOKEN')]?.trim();
  const user = environment[variable(id, 'USER')]?.trim();
  if (!token) throw new TrackerError('no-token', id, `no token is set. Put it into the environment as ${variable(id, 'TOKEN')}.`);
  if (/[^\x21-\x7e]/.test(token))
    throw new TrackerError('no-token', id, `${variable(id, 'TOKEN')} holds characters that no token has. Set it anew.`);
  if (type === 'jira-cloud' && !user)
    throw new TrackerError(
      'no-token',
      id,
      `no user is set. Put the e-mail address of the token into the environment as ${variable(id, 'USER')}.`,
    );
  requireOrigin(id, origin, environment);
  return { token, user: user ?? null, origin };
}

function requireOrigin(id: string, origin: string, environment: NodeJS.ProcessEnv): void {
  const given = environment[variable(id, 'ORIGIN')] ?? confirmed(id, environment);
  if (given === undefined) {
    const remedy = `If that is your tracker, set ${variable(id, 'ORIGIN')}=${origin}, or name it in ${trackersFile(environment)}.`;
    throw new TrackerError('refused', id, `nothing says that the token is meant for ${origin}, so that nothing was sent. ${remedy}`);
  }
  if (URL.canParse(given) && new URL(given).origin === origin) return;
  const message = `oneoff.config.json names ${origin}, but the token is meant for ${given.slice(0, 200)}. Nothing was sent.`;
  throw new TrackerError('refused', id, message);
}

const confirmations = z.looseObject({ origins: z.record(z.string(), z.string()) });

function confirmed(id: string, environment: NodeJS.ProcessEnv): string | undefined {
  const file = trackersFile(environment);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const parsed = confirmations.safeParse(jsonIn(text));
  if (!parsed.success)
    throw new TrackerError('refused', id, `${file} cannot be read. Write { "origins": { "${id}": "https://tracker.example.com" } }.`);
  return parsed.data.origins[id];
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
