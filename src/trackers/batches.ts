/** The list in pieces of at most this size, each value once. */
export function batches<T>(values: readonly T[], size: number): T[][] {
  const distinct = [...new Set(values)];
  return Array.from({ length: Math.ceil(distinct.length / size) }, (_, index) => distinct.slice(index * size, (index + 1) * size));
}
