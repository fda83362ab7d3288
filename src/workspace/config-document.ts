import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode, type JSONPath, type Node, type ParseError } from 'jsonc-parser';
import type { Position, Range } from '../model/finding.js';

/** Something wrong in a configuration file, with the place and what to do. */
export interface ConfigProblem {
  /** Absolute path of the configuration file. */
  readonly file: string;
  readonly range: Range;
  /** With an error the file is not in force; with a warning only the named part is not. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly remedy: string;
}

/** One line for terminals and logs: `file:line:column severity: message remedy`. */
export function formatConfigProblem({ file, range, severity, message, remedy }: ConfigProblem): string {
  return `${file}:${range.start.line}:${range.start.column} ${severity}: ${message} ${remedy}`;
}

/** The text of a configuration file with its JSON tree, so that a problem with a value can be shown where the value stands. */
export class ConfigDocument {
  readonly file: string;
  readonly text: string;
  readonly syntaxErrors: readonly ParseError[];
  readonly #tree: Node | undefined;

  constructor(file: string, text: string) {
    const errors: ParseError[] = [];
    this.file = file;
    this.text = text;
    this.#tree = parseTree(text, errors, { allowTrailingComma: true });
    this.syntaxErrors = errors;
  }

  value(): unknown {
    return this.#tree ? getNodeValue(this.#tree) : undefined;
  }

  /** A problem at the value with this path, at the nearest enclosing value where there is none. */
  problem(severity: ConfigProblem['severity'], path: JSONPath, message: string, remedy: string): ConfigProblem {
    return { file: this.file, range: this.#nodeRange(this.#nearest(path)), severity, message, remedy };
  }

  /** A problem at a key instead of its value. */
  keyProblem(severity: ConfigProblem['severity'], path: JSONPath, message: string, remedy: string): ConfigProblem {
    const value = this.#nearest(path);
    const key = value?.parent?.type === 'property' ? value.parent.children?.[0] : value;
    return { file: this.file, range: this.#nodeRange(key), severity, message, remedy };
  }

  syntaxProblems(): readonly ConfigProblem[] {
    return this.syntaxErrors.map((error) => ({
      file: this.file,
      range: this.#range(error.offset, error.length),
      severity: 'error',
      message: `This is not valid JSON: ${sentence(printParseErrorCode(error.error))}.`,
      remedy: 'Comments and trailing commas are allowed; keys and texts need double quotes.',
    }));
  }

  #nearest(path: JSONPath): Node | undefined {
    if (!this.#tree) return undefined;
    for (let length = path.length; length > 0; length--) {
      const node = findNodeAtLocation(this.#tree, path.slice(0, length));
      if (node) return node;
    }
    return this.#tree;
  }

  #nodeRange(node: Node | undefined): Range {
    if (!node) return this.#range(0, 0);
    const brackets = node.type === 'object' || node.type === 'array';
    return this.#range(node.offset, brackets ? 1 : node.length);
  }

  #range(offset: number, length: number): Range {
    return { start: this.#position(offset), end: this.#position(offset + length) };
  }

  #position(offset: number): Position {
    const before = this.text.slice(0, offset).split(/\r\n|\r|\n/);
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }
}

/** `CommaExpected` becomes `comma expected`. */
function sentence(code: string): string {
  return code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .trim();
}
