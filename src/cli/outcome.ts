/** What the process exits with. 1 is kept for gates that fail. */
export const exitCodes = { done: 0, usage: 2, internal: 3, cancelled: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Wrong use or wrong configuration: the message is shown as it is and says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
