import type { TSESTree } from '@typescript-eslint/types';
import { T } from './node-types.js';

/** Names that are visible in a part of the file. */
export interface Scope {
  readonly parent: Scope | null;
  readonly names: Map<string, number>;
  /** Whether `var` declarations end up here. */
  readonly isFunction: boolean;
  /** Declaration that the code stands in, or -1. */
  readonly owner: number;
  /** Enclosing class, for `this`; -1 outside. */
  readonly thisClass: number;
}

/** Finds the index of the declaration that a name refers to, or -1. */
export function lookUp(scope: Scope | null, name: string): number {
  for (let inner = scope; inner; inner = inner.parent) {
    const index = inner.names.get(name);
    if (index !== undefined) return index;
  }
  return -1;
}

/** The scope in which `var` declares. */
export function functionScope(scope: Scope): Scope {
  let inner = scope;
  while (!inner.isFunction && inner.parent) inner = inner.parent;
  return inner;
}

/** Whether a node that is no function or class has names of its own. */
export function opensScope(node: TSESTree.Node): boolean {
  switch (node.type) {
    case T.BlockStatement:
    case T.ForStatement:
    case T.ForInStatement:
    case T.ForOfStatement:
    case T.SwitchStatement:
    case T.CatchClause:
    case T.TSModuleBlock:
    case T.StaticBlock:
      return true;
    default:
      return false;
  }
}
