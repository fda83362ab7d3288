import { isAlias, isMap, isScalar, isSeq, Composer, Parser, type CST, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import type { DamageFact, Span } from '../facts.js';
import { nestingLimit, sizeLimit, type DataDocument, type DataEntry, type DataMapping, type DataNode } from './data-node.js';

/** `{{- if .Values.acme }}`: text from which a program makes YAML. */
const templateMark = /^[ \t]*\{\{/m;

/** Of more broken documents in one file nobody wants to be told. */
const damageLimit = 20;

/**
 * Reads all documents of a YAML text; several become a list. Merge keys are resolved and an alias is the node of its anchor, never a copy,
 * so that aliases of aliases cost nothing. A document with an error is left out. Templates of YAML come out empty.
 * Throws a RangeError when nested too deeply.
 */
export function readYaml(text: string, lineAt: (offset: number) => number): DataDocument {
  if (templateMark.test(text)) return { root: null, damage: [] };
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const documents = [...composer.compose(shallow(new Parser().parse(text)))];
  const broken = documents.filter(({ errors }) => errors.length > 0).slice(0, damageLimit);
  const damage = broken.flatMap((document) => damageOf(document, lineAt));
  const roots = documents.filter(({ errors }) => errors.length === 0).map((document) => new Reader(text).read(document));
  const [root = null] = roots;
  return { root: documents.length > 1 ? { is: 'list', items: roots, start: 0, end: text.length } : root, damage };
}

/** The tokens of a syntax tree, each looked through before the composer recurses into it. */
function* shallow(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  for (const token of tokens) {
    refuseDeep(token);
    yield token;
  }
}

function refuseDeep(root: CST.Token): void {
  let level: readonly CST.Token[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > nestingLimit) throw new RangeError('nested too deeply');
    level = level.flatMap(tokensIn);
  }
}

function tokensIn(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [...(key ? [key] : []), ...(value ? [value] : [])]);
}

function damageOf({ errors, range }: Document.Parsed, lineAt: (offset: number) => number): DamageFact[] {
  const [first] = errors;
  if (!first) return [];
  const [start, , end] = range;
  return [
    { line: lineAt(first.pos[0]), from: lineAt(start), to: lineAt(Math.max(start, end - 1)), message: `not valid YAML: ${first.message}` },
  ];
}

/** Reads one document. */
class Reader {
  /** What each anchor stands for at this point of the text. */
  readonly #anchors = new Map<string, DataNode | null>();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  read(document: Document.Parsed): DataNode | null {
    return this.#node(document.contents);
  }

  #node(node: unknown): DataNode | null {
    if (isAlias(node)) return this.#anchors.get(node.source) ?? null;
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return null;
    const read = this.#written(node);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, read);
    return read;
  }

  #written(node: Node): DataNode | null {
    const span = this.#span(node);
    if (isMap(node)) return { is: 'mapping', entries: this.#entries(node), ...span };
    if (isSeq(node)) return { is: 'list', items: node.items.slice(0, sizeLimit).map((item) => this.#node(item)), ...span };
    const value: unknown = isScalar(node) ? node.value : undefined;
    const isKnown = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
    return isKnown ? { is: 'scalar', value, ...span } : null;
  }

  /** The mapping's own entries, then those merged into it that it does not have itself. */
  #entries(map: YAMLMap): DataEntry[] {
    const entries: DataEntry[] = [];
    const merged: DataMapping[] = [];
    for (const pair of map.items.slice(0, sizeLimit)) {
      if (isMerge(pair)) merged.push(...mappingsIn(this.#node(pair.value)));
      else entries.push(...this.#entry(pair));
    }
    const known = new Set(entries.map(({ key }) => key));
    for (const entry of merged.flatMap((mapping) => mapping.entries)) {
      if (entries.length >= sizeLimit || known.has(entry.key)) continue;
      known.add(entry.key);
      entries.push(entry);
    }
    return entries;
  }

  #entry({ key, value }: Pair): DataEntry[] {
    const read = this.#node(value);
    if (!isScalar(key)) return [];
    const name = key.type === 'PLAIN' && key.source !== undefined ? key.source : String(key.value);
    return [{ key: name, value: read, ...this.#span(key) }];
  }

  /** Without the line breaks that end a block. */
  #span({ range }: Node): Span {
    const [start = 0, valueEnd = 0] = range ?? [];
    let end = valueEnd;
    while (end > start && /\s/.test(this.#text.charAt(end - 1))) end--;
    return { start, end };
  }
}

function isMerge({ key }: Pair): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

function mappingsIn(node: DataNode | null): DataMapping[] {
  if (node?.is === 'mapping') return [node];
  return node?.is === 'list' ? node.items.flatMap((item) => (item?.is === 'mapping' ? [item] : [])) : [];
}
