/** What the process exits with; `incomplete` is a result that lacks what a tracker would have said. */
export const exitCodes = { done: 0, gateFailed: 1, usage: 2, internal: 3, incomplete: 4, cancelled: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Wrong use or wrong configuration: the message is shown as it is and says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A gate did not let something pass. What and why has been written already. */
export class GateFailed extends Error {
  override readonly name = 'GateFailed';
}

/** The work is done and its result written, but a part of what was asked for could not be had; the message says which. */
export class Incomplete extends Error {
  override readonly name = 'Incomplete';
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
