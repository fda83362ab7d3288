import type { TSESTree } from '@typescript-eslint/types';
import { T } from './node-types.js';

const decisions: ReadonlySet<string> = new Set([
  T.IfStatement,
  T.ConditionalExpression,
  T.ForStatement,
  T.ForInStatement,
  T.ForOfStatement,
  T.WhileStatement,
  T.DoWhileStatement,
  T.LogicalExpression,
]);

/** Whether a way through the code forks here, as McCabe's cyclomatic complexity counts: a `default` is no decision. */
export function isDecision(node: TSESTree.Node): boolean {
  return decisions.has(node.type) || (node.type === T.SwitchCase && node.test !== null);
}
