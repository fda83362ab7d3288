import type { TSESTree } from '@typescript-eslint/types';
import type { DamageFact, Span } from './facts.js';

export type ParserName = 'typescript-estree' | 'oxc';

/** A syntax tree in the TS-ESTree dialect, whichever parser made it. */
export interface ParsedSource {
  readonly program: TSESTree.Program;
  readonly comments: readonly SourceComment[];
}

export interface SourceComment extends Span {
  /** Text without the comment marks. */
  readonly text: string;
}

/** A whole source, or why it could not be parsed. */
export type ParseResult = { readonly parsed: ParsedSource } | { readonly damage: SyntaxDamage };

export interface SyntaxDamage {
  /** 1-based. */
  readonly line: DamageFact['line'];
  readonly message: string;
}

type ParseFunction = (text: string, path: string) => ParseResult;

const loaded = new Map<ParserName, ParseFunction>();

/** Loads a parser once. Resolves to false when its native binding does not load on this machine; the reference parser always loads. */
export async function loadParser(name: ParserName): Promise<boolean> {
  if (loaded.has(name)) return true;
  try {
    loaded.set(name, name === 'oxc' ? await loadOxc() : await loadTypescriptEstree());
    return true;
  } catch (error) {
    if (name === 'oxc') return false;
    throw error;
  }
}

/** The parsers that load here, fastest first. */
export async function availableParsers(): Promise<readonly ParserName[]> {
  return (await loadParser('oxc')) ? ['oxc', 'typescript-estree'] : ['typescript-estree'];
}

/**
 * Parses with a parser that `loadParser` has loaded. Sources that the bulk parser objects to are given to the reference parser where
 * that is loaded, so that both names stand for one grammar.
 */
export function parseSource(text: string, path: string, parser: ParserName): ParseResult {
  const parse = loaded.get(parser);
  if (!parse) throw new Error(`The parser ${parser} has not been loaded.`);
  const result = parse(text, path);
  const reference = loaded.get('typescript-estree');
  return 'damage' in result && parser === 'oxc' && reference ? reference(text, path) : result;
}

/** Offsets of a node; the parsers write them in different places. */
export function spanOf(node: TSESTree.Node): Span {
  const position: { range?: readonly [number, number]; start?: number; end?: number } = node;
  if (position.range) return { start: position.range[0], end: position.range[1] };
  return { start: position.start ?? 0, end: position.end ?? 0 };
}

async function loadTypescriptEstree(): Promise<ParseFunction> {
  // It is CommonJS: in a bundle only the default export is there, in Node both.
  const {
    default: { parse },
  } = await import('@typescript-eslint/typescript-estree');
  return (text, path) => {
    try {
      const program = parse(text, {
        filePath: path,
        jsx: allowsJsx(path),
        comment: true,
        range: true,
        suppressDeprecatedPropertyWarnings: true,
      });
      const comments = program.comments.map(({ value, range }) => ({ text: value, start: range[0], end: range[1] }));
      return { parsed: { program, comments } };
    } catch (error) {
      return { damage: describeError(error) };
    }
  };
}

function allowsJsx(path: string): boolean {
  return !/\.[cm]?ts$/.test(path);
}

/** Errors of syntax have a place. The parser also fails by itself, without one, on some halves of sentences such as `@Flag await`. */
function describeError(error: unknown): SyntaxDamage {
  if (error instanceof RangeError) return { line: 1, message: 'nested too deeply to be parsed' };
  if (!(error instanceof Error)) throw error;
  const line = 'lineNumber' in error && typeof error.lineNumber === 'number' ? error.lineNumber : 1;
  return { line, message: error.message };
}

/**
 * Sources that could nest deeper than this go to the reference parser, which fails with an error where a native one would end the
 * process by overflowing its stack (seen from 2,000 levels on).
 */
const nativeNestingLimit = 400;

async function loadOxc(): Promise<ParseFunction> {
  const { parseSync } = await import('oxc-parser');
  parseSync('probe.js', '');
  return (text, path) => {
    if (couldNestDeeperThan(text, nativeNestingLimit)) return { damage: { line: 1, message: 'nested too deeply to be parsed' } };
    const result = parseSync(path, text, { lang: oxcLanguage(path), astType: 'ts', sourceType: 'unambiguous', preserveParens: false });
    const [error] = result.errors;
    if (error) {
      const offset = error.labels[0]?.start ?? 0;
      return { damage: { line: text.slice(0, offset).split('\n').length, message: error.message } };
    }
    const comments = result.comments.map(({ value, start, end }) => ({ text: value, start, end }));
    // oxc-parser documents `astType: 'ts'` as the TS-ESTree dialect; test/unit/facts/two-parsers.test.ts holds it to that.
    return { parsed: { program: result.program as unknown as TSESTree.Program, comments } };
  };
}

function oxcLanguage(path: string): 'ts' | 'tsx' | 'jsx' {
  if (path.endsWith('.tsx')) return 'tsx';
  return /\.[cm]?ts$/.test(path) ? 'ts' : 'jsx';
}

/**
 * An estimate from above, without regard to strings: brackets that are open at once, operators that nest without brackets
 * (`a ? b : c ? …`, `A<B<…`, `x => y => …`, `!!…`) between two of them, and `else if` chains.
 */
function couldNestDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let operators = 0;
  for (const [mark] of text.matchAll(/[()[\]{};?<=!]/g)) {
    if (/[?<=!]/.test(mark)) operators++;
    else operators = 0;
    if (/[([{]/.test(mark)) depth++;
    else if (/[)\]}]/.test(mark)) depth = Math.max(0, depth - 1);
    if (depth > limit || operators > limit) return true;
  }
  return (text.match(/\belse\b/g)?.length ?? 0) > limit * 4;
}
