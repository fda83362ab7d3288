/**
 * A short, stable fingerprint of a few texts: 53 bits of two multiplicative hashes (the construction known as cyrb53), in 14 hex digits.
 * Not cryptographic; ids of a workspace with 100,000 findings collide with a chance of one in two million.
 */
export function fingerprint(...parts: readonly string[]): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (const part of parts) {
    for (let index = 0; index <= part.length; index++) {
      const code = index === part.length ? 0 : part.charCodeAt(index);
      low = Math.imul(low ^ code, 2654435761);
      high = Math.imul(high ^ code, 1597334677);
    }
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(16).padStart(14, '0');
}
