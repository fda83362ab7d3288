import type { TSESTree } from '@typescript-eslint/types';
import type { Span } from '../facts.js';
import { T } from '../node-types.js';
import { spanOf, type ParsedSource } from '../parse.js';
import { forEachChild } from '../walk.js';
import type { GeneratedSource } from './generated-source.js';

export interface MoveOptions {
  /** Length of the file, which the program covers whole. */
  readonly length: number;
  /** Whether `$tenant` means what the store `tenant` holds (Svelte). */
  readonly hasStores: boolean;
}

/** Moves every node and comment of generated code to where it stands in the file. Changes the tree in place. */
export function moveToFile({ program, comments }: ParsedSource, source: GeneratedSource, options: MoveOptions): ParsedSource {
  const visit = (node: TSESTree.Node): void => {
    place(node, source.toFile(spanOf(node)));
    if (options.hasStores && node.type === T.Identifier && /^\$[\p{L}_]/u.test(node.name)) node.name = node.name.slice(1);
    forEachChild(node, visit);
  };
  visit(program);
  place(program, { start: 0, end: options.length });
  return { program, comments: comments.map((comment) => ({ ...comment, ...source.toFile(comment) })) };
}

/** The parsers write positions in different places; `spanOf` reads them. */
function place(node: TSESTree.Node, { start, end }: Span): void {
  const position: { range?: [number, number]; start?: number; end?: number } = node;
  position.range = [start, end];
}
