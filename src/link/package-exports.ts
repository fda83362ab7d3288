/** The best of patterns with at most one `*`: an exact one, else the one with the longest text before the star. */
export function matchPattern(patterns: Iterable<string>, text: string): { readonly pattern: string; readonly star: string } | null {
  let best: { pattern: string; star: string; before: number } | null = null;
  for (const pattern of patterns) {
    if (pattern === text) return { pattern, star: '' };
    const before = pattern.indexOf('*');
    const after = pattern.slice(before + 1);
    const fits = before >= 0 && text.length >= pattern.length - 1 && text.startsWith(pattern.slice(0, before)) && text.endsWith(after);
    if (fits && (!best || before > best.before)) best = { pattern, star: text.slice(before, text.length - after.length), before };
  }
  return best;
}

/**
 * Files that the `exports` or `imports` field of a package.json gives for a subpath (`.`, `./x`, `#x`), in the order written.
 * Every condition counts: which one holds depends on who builds, and the caller takes the first file that it knows.
 */
export function exportTargets(field: unknown, subpath: string): readonly string[] {
  if (!isRecord(field) || !Object.keys(field).some((key) => /^[.#]/.test(key))) return subpath === '.' ? leaves(field, '') : [];
  const match = matchPattern(Object.keys(field), subpath);
  return match ? leaves(field[match.pattern], match.star) : [];
}

function leaves(target: unknown, star: string): string[] {
  if (typeof target === 'string') return [target.replaceAll('*', () => star)];
  if (Array.isArray(target)) return target.flatMap((inner) => leaves(inner, star));
  return isRecord(target) ? Object.values(target).flatMap((inner) => leaves(inner, star)) : [];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
