import { hashText, tokenKinds, type Tokens } from './scan-tokens.js';

/** A function, method, component or class, by its braces. */
export interface Fragment {
  readonly name: string;
  readonly unit: 'function' | 'class';
  /** What a class extends. */
  readonly base?: string;
  /** Index of its first token, and of the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Offsets. */
  readonly start: number;
  readonly end: number;
}

const [classWord, functionWord, extendsWord] = ['class', 'function', 'extends'].map(hashText);
const [open, close, roundOpen, roundClose] = [0x7b, 0x7d, 0x28, 0x29];
const [colon, semicolon, comma, equals, arrowEnd] = [0x3a, 0x3b, 0x2c, 0x3d, 0x3e];
/** Words before a bracket and a brace that begin no function: `if (…) {`. */
const statements: ReadonlySet<number> = new Set(['if', 'for', 'while', 'switch', 'catch', 'with'].map(hashText));

/** Fewer tokens are too few to be worth a word. */
const leastTokens = 40;

/** Functions and classes with a name and at least 40 tokens, outermost first. Linear in the number of tokens. */
export function outline(text: string, tokens: Tokens): readonly Fragment[] {
  const found: Fragment[] = [];
  const stack: number[] = [];
  for (let index = 0; index < tokens.count; index++) {
    const hash = tokens.hashes[index];
    if (tokens.kinds[index] !== tokenKinds.mark) continue;
    if (hash === open) stack.push(index);
    else if (hash === close) {
      const opened = stack.pop();
      if (opened === undefined || index - opened < leastTokens) continue;
      const head = headBefore(text, tokens, opened);
      if (head) found.push({ ...head, to: index + 1, start: tokens.starts[head.from] ?? 0, end: tokens.ends[index] ?? 0 });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

type Head = Pick<Fragment, 'name' | 'unit' | 'base' | 'from'>;

/** Heads are short; a longer one is a type with many members. */
const longestHead = 60;

function headBefore(text: string, tokens: Tokens, opened: number): Head | null {
  return classBefore(text, tokens, opened) ?? functionBefore(text, tokens, opened);
}

/** `class Name<T> extends Base implements I {` */
function classBefore(text: string, tokens: Tokens, opened: number): Head | null {
  for (let at = opened - 1; at >= Math.max(0, opened - 16); at--) {
    const hash = tokens.hashes[at];
    if (hash === close || hash === open || hash === roundClose) return null;
    if (hash !== classWord || tokens.kinds[at] !== tokenKinds.keyword || !isWord(tokens, at + 1)) continue;
    for (let after = at + 2; after < opened - 1; after++)
      if (tokens.hashes[after] === extendsWord && isWord(tokens, after + 1))
        return { name: textAt(text, tokens, at + 1), unit: 'class', base: textAt(text, tokens, after + 1), from: at };
    return { name: textAt(text, tokens, at + 1), unit: 'class', from: at };
  }
  return null;
}

/** `function name(…) {`, `name(…) {`, `name = (…) => {`, `name: async function (…) {`, each with or without the type of what it returns. */
function functionBefore(text: string, tokens: Tokens, opened: number): Head | null {
  let at = opened - 1;
  const isArrow = tokens.hashes[at] === arrowEnd && tokens.hashes[at - 1] === equals && tokens.kinds[at] === tokenKinds.mark;
  if (isArrow) at -= 2;
  if (isArrow && isWord(tokens, at)) return assignedTo(text, tokens, at - 1);
  at = skipReturnType(tokens, at);
  if (tokens.hashes[at] !== roundClose || tokens.kinds[at] !== tokenKinds.mark) return null;
  const before = beforeBracket(tokens, at) - 1;
  if (before < 0) return null;
  if (isArrow || tokens.hashes[before] === functionWord) return assignedTo(text, tokens, before);
  if (!isWord(tokens, before) || statements.has(tokens.hashes[before] ?? 0)) return null;
  const isFunction = tokens.hashes[before - 1] === functionWord;
  return { name: textAt(text, tokens, before), unit: 'function', from: isFunction ? before - 1 : before };
}

/** Back over `: Promise<Acme[]>` to the bracket that closes the parameters. */
function skipReturnType(tokens: Tokens, from: number): number {
  if (tokens.hashes[from] === roundClose) return from;
  for (let at = from; at > Math.max(0, from - 24); at--) {
    const hash = tokens.hashes[at];
    if (hash === open || hash === close) return from;
    if (hash === colon && tokens.hashes[at - 1] === roundClose) return at - 1;
  }
  return from;
}

/** Index of the bracket that opens what is closed here, or 0. */
function beforeBracket(tokens: Tokens, closed: number): number {
  let depth = 0;
  for (let at = closed; at > Math.max(0, closed - longestHead * 2); at--) {
    if (tokens.kinds[at] !== tokenKinds.mark) continue;
    if (tokens.hashes[at] === roundClose) depth++;
    else if (tokens.hashes[at] === roundOpen && --depth === 0) return at;
  }
  return 0;
}

/** The name that stands before `=` or `:`, past `async`, `function`, a type and a wrapping call such as `memo(`. */
function assignedTo(text: string, tokens: Tokens, from: number): Head | null {
  for (let at = from; at > Math.max(0, from - 12); at--) {
    const hash = tokens.hashes[at];
    if (tokens.kinds[at] === tokenKinds.mark && (hash === open || hash === close || hash === semicolon || hash === comma)) return null;
    if ((hash === equals || hash === colon) && tokens.kinds[at] === tokenKinds.mark && isWord(tokens, at - 1)) {
      const typed = hash === equals && tokens.hashes[at - 2] === colon && isWord(tokens, at - 3) ? at - 3 : at - 1;
      return { name: textAt(text, tokens, typed), unit: 'function', from: typed };
    }
  }
  return null;
}

function isWord(tokens: Tokens, index: number): boolean {
  return index >= 0 && tokens.kinds[index] === tokenKinds.word;
}

function textAt(text: string, tokens: Tokens, index: number): string {
  return text.slice(tokens.starts[index], tokens.ends[index]);
}
