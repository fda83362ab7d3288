/** What the process exits with. 1 is kept for gates that fail; `incomplete` is a result that lacks what a tracker would have said. */
export const exitCodes = { done: 0, usage: 2, internal: 3, incomplete: 4, cancelled: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Wrong use or wrong configuration: the message is shown as it is and says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The work is done and its result written, but a part of what was asked for could not be had; the message says which. */
export class Incomplete extends Error {
  override readonly name = 'Incomplete';
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
