import type { TSESTree } from '@typescript-eslint/types';
import { childKeys } from './node-types.js';

/** Calls `visit` for each direct child of a node, in source order of its keys. */
export function forEachChild(node: TSESTree.Node, visit: (child: TSESTree.Node) => void): void {
  const keys = childKeys[node.type];
  if (!keys) return;
  for (const key of keys) {
    const value: unknown = Reflect.get(node, key);
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item);
    } else if (isNode(value)) visit(value);
  }
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
