/** The lines of a text, each as a number that only lines with the same characters have; white space doesn't count. */
export interface KeyedLines {
  readonly keys: Float64Array;
  /** Line `index` without its end, for whoever has to look closer. */
  line(index: number): string;
}

const newline = 10;

/** Space, tab, vertical tab, form feed, carriage return: no line differs by them alone, so that neither formatting nor line ends do. */
function isSpace(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 11 || byte === 12 || byte === 13;
}

/** Reads UTF-8, and UTF-16 with a byte order mark. Linear; two different lines have one key about once in 2^53 pairs. */
export function keyedLines(content: Buffer): KeyedLines {
  const bytes = inUtf8(content);
  const starts = lineStarts(bytes);
  const keys = new Float64Array(starts.length);
  for (const [index, start] of starts.entries()) keys[index] = keyOf(bytes, start, starts[index + 1] ?? bytes.length);
  return {
    keys,
    line: (index) => bytes.toString('utf8', starts[index] ?? bytes.length, starts[index + 1] ?? bytes.length),
  };
}

function inUtf8(content: Buffer): Buffer {
  if (content[0] === 0xff && content[1] === 0xfe) return Buffer.from(content.toString('utf16le', 2), 'utf8');
  if (content[0] === 0xfe && content[1] === 0xff) {
    const even = content.length - (content.length % 2);
    return Buffer.from(Buffer.from(content.subarray(2, even)).swap16().toString('utf16le'), 'utf8');
  }
  return content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf ? content.subarray(3) : content;
}

/** A last line without an end counts, an empty one after the last end doesn't. */
function lineStarts(bytes: Buffer): number[] {
  const starts: number[] = [];
  for (let at = 0; at < bytes.length;) {
    starts.push(at);
    const end = bytes.indexOf(newline, at);
    at = end < 0 ? bytes.length : end + 1;
  }
  return starts;
}

/** The hash cyrb53: two 32-bit halves, mixed at the end, of which 53 bits are kept. */
function keyOf(bytes: Buffer, start: number, end: number): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === newline || isSpace(byte)) continue;
    high = Math.imul(high ^ byte, 2654435761);
    low = Math.imul(low ^ byte, 1597334677);
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixedLow = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909);
  return 4294967296 * (2097151 & mixedLow) + (mixedHigh >>> 0);
}
