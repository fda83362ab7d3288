/** What the process exits with. */
export const exitCodes = { done: 0, gateFailed: 1, usage: 2, internal: 3, cancelled: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Wrong use or wrong configuration: the message is shown as it is and says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A gate did not let something pass. What and why has been written already. */
export class GateFailed extends Error {
  override readonly name = 'GateFailed';
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
