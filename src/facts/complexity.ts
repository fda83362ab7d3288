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

const decidingAssignments: ReadonlySet<string> = new Set(['||=', '&&=', '??=']);

/** Whether a way through the code forks here, as McCabe's cyclomatic complexity counts: a `default` is no decision. */
export function isDecision(node: TSESTree.Node): boolean {
  if (node.type === T.SwitchCase) return node.test !== null;
  if (node.type === T.AssignmentExpression) return decidingAssignments.has(node.operator);
  return decisions.has(node.type);
}
