import { availableParsers, type ParserName } from '../facts/parse.js';

/** The session cannot start; the message says what to do. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
}

/** `auto` is the fastest that loads here; throws SessionError for one that does not. */
export async function chooseParser(wanted: ParserName | 'auto'): Promise<ParserName> {
  const available = await availableParsers();
  if (wanted !== 'auto' && !available.includes(wanted)) {
    throw new SessionError(`The parser ${wanted} does not load on this machine. Use --parser ${available.join(' or --parser ')}, or auto.`);
  }
  return wanted === 'auto' ? (available[0] ?? 'typescript-estree') : wanted;
}
