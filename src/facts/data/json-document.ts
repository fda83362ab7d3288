import { createScanner, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Span } from '../facts.js';
import { nestingLimit, sizeLimit, type DataDocument, type DataEntry, type DataNode } from './data-node.js';

/** Reads JSON with comments and trailing commas. Of broken text it keeps what surrounds the break. Throws a RangeError when nested too deeply. */
export function readJson(text: string, lineAt: (offset: number) => number): DataDocument {
  refuseDeep(text);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors;
  if (!first) return { root: tree ? nodeOf(tree) : null, damage: [] };
  const line = lineAt(first.offset);
  const message = `not valid JSON: ${sentenceOf(first)}`;
  return { root: tree ? nodeOf(tree) : null, damage: [{ line, from: line, to: line, message }] };
}

/** `PropertyNameExpected` is “property name expected”. */
function sentenceOf({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/(?<!^)(?=\p{Lu})/gu, ' ')
    .toLowerCase();
}

function nodeOf(node: Node): DataNode | null {
  const span = spanOf(node);
  const children = (node.children ?? []).slice(0, sizeLimit);
  if (node.type === 'object') return { is: 'mapping', entries: children.flatMap(entryOf), ...span };
  if (node.type === 'array') return { is: 'list', items: children.map(nodeOf), ...span };
  const value: unknown = node.value;
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
  return isScalar ? { is: 'scalar', value, ...span } : null;
}

function entryOf(property: Node): DataEntry[] {
  const [key, value] = property.children ?? [];
  const name: unknown = key?.value;
  if (!key || typeof name !== 'string') return [];
  return [{ key: name, value: value ? nodeOf(value) : null, start: key.offset, end: key.offset + key.length }];
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

function refuseDeep(text: string): void {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const first = text.charAt(scanner.getTokenOffset());
    if (first === '{' || first === '[') depth++;
    else if (first === '}' || first === ']') depth--;
    if (depth > nestingLimit) throw new RangeError('nested too deeply');
  }
}
