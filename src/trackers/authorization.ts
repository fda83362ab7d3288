import type { Credentials } from './tracker.js';

type Headers = Readonly<Record<string, string>>;

export function bearer({ token }: Credentials): Headers {
  return { authorization: `Bearer ${token}` };
}

export function basic({ user, token }: Credentials): Headers {
  return { authorization: `Basic ${Buffer.from(`${user ?? ''}:${token}`).toString('base64')}` };
}

/** The address of an API with a slash at its end, so that relative paths stay below it. */
export function slashed(address: string | null): URL {
  return new URL(`${(address ?? '').replace(/\/+$/, '')}/`);
}
