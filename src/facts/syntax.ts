import type { TSESTree } from '@typescript-eslint/types';
import { T } from './node-types.js';

/** Strips what changes the type or the timing of an expression but not its value: `as`, `!`, `satisfies`, `?.` chains, `await`. */
export function bare(node: TSESTree.Node): TSESTree.Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case T.TSAsExpression:
      case T.TSNonNullExpression:
      case T.TSSatisfiesExpression:
      case T.TSTypeAssertion:
      case T.TSInstantiationExpression:
      case T.ChainExpression:
        inner = inner.expression;
        break;
      case T.AwaitExpression:
        inner = inner.argument;
        break;
      case T.SequenceExpression: {
        const last = inner.expressions.at(-1);
        if (!last) return inner;
        inner = last;
        break;
      }
      default:
        return inner;
    }
  }
}

export type FunctionNode =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression
  | TSESTree.TSDeclareFunction
  | TSESTree.TSEmptyBodyFunctionExpression;

export function isFunction(node: TSESTree.Node): node is FunctionNode {
  switch (node.type) {
    case T.FunctionDeclaration:
    case T.FunctionExpression:
    case T.ArrowFunctionExpression:
    case T.TSDeclareFunction:
    case T.TSEmptyBodyFunctionExpression:
      return true;
    default:
      return false;
  }
}

/** The name of a key that is written down: `a.b`, `a['b']`, `{ b: … }`, `{ 'b': … }`, `{ 3: … }`; null for computed ones. */
export function staticName(key: TSESTree.Node, computed: boolean): string | null {
  if (key.type === T.PrivateIdentifier) return `#${key.name}`;
  if (key.type === T.Identifier && !computed) return key.name;
  if (key.type === T.Literal && (typeof key.value === 'string' || typeof key.value === 'number')) return String(key.value);
  if (key.type === T.TemplateLiteral && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? null;
  return null;
}

/** Last name of what is called: `isAcme()`, `tenants.has()`; empty where it has none. */
export function calleeName(node: TSESTree.CallExpression): string {
  const callee = bare(node.callee);
  if (callee.type === T.Identifier) return callee.name;
  if (callee.type === T.MemberExpression && callee.property.type === T.Identifier) return callee.property.name;
  return '';
}

/** Whether control never goes past this statement: it returns, throws, continues or breaks on every path that matters here. */
export function leaves(statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case T.ReturnStatement:
    case T.ThrowStatement:
    case T.ContinueStatement:
    case T.BreakStatement:
      return true;
    case T.BlockStatement: {
      const last = statement.body.at(-1);
      return last !== undefined && leaves(last);
    }
    default:
      return false;
  }
}

/** Whether an assignment to a member declares it: anything of its own on `exports`, a function on a prototype or class. */
export function isDeclaredOn(object: TSESTree.Node, value: TSESTree.Node): boolean {
  if (value.type === T.Identifier || value.type === T.ObjectExpression) return false;
  if (object.type === T.Identifier) return object.name === 'exports' || (/^[A-Z]/.test(object.name) && isFunction(value));
  if (object.type !== T.MemberExpression || object.object.type !== T.Identifier) return false;
  const member = staticName(object.property, object.computed);
  return (object.object.name === 'module' && member === 'exports') || (member === 'prototype' && isFunction(value));
}
