import type { TSESTree } from '@typescript-eslint/types';
import { T } from './node-types.js';
import type { FunctionTerm, LiteralTerm, OtherTerm, Span, Term } from './facts.js';
import type { DeclarationIndex } from './declarations.js';
import { lookUp, type Scope } from './scope.js';
import { spanOf } from './parse.js';
import { bare, isFunction, leaves, staticName, type FunctionNode } from './syntax.js';

/** Deeper parts of an expression become `other`. Conditions in hand-written code rarely nest beyond ten. */
const depthLimit = 16;
/** Longer lists and texts are cut: what decides control flow is short. */
const listLimit = 400;
const textLimit = 200;
/** Labels that may share one body. */
const fallThroughLimit = 60;

/** How many terms an expression may have, by what it is for. What decides control flow is small; what is computed from it is not. */
export const termSize = { test: 400, function: 300, value: 20, entry: 12 } as const;

const other: OtherTerm = { is: 'other' };

/** Turns expressions into terms. Tables are numbered by `tableOf`, which is asked once per object literal, enum or Map. */
export class TermBuilder {
  private readonly index: DeclarationIndex;
  private readonly tableOf: (node: TSESTree.Node) => number;
  private budget = 0;

  constructor(index: DeclarationIndex, tableOf: (node: TSESTree.Node) => number) {
    this.index = index;
    this.tableOf = tableOf;
  }

  /** The term of an expression, function or type, read in `scope`. At most `size` terms are made; the rest is `other`. */
  of(node: TSESTree.Node | null | undefined, scope: Scope, size: number = termSize.test): Term {
    if (!node) return other;
    this.budget = size;
    return this.term(node, scope, 0);
  }

  private term(node: TSESTree.Node, scope: Scope, depth: number): Term {
    const inner = bare(node);
    if (inner.type === T.Literal) return literalTerm(inner);
    if (depth > depthLimit || this.budget-- <= 0) return other;
    switch (inner.type) {
      case T.Identifier:
        if (inner.name === 'undefined') return { is: 'literal', value: null, ...spanOf(inner) };
        return { is: 'reference', name: inner.name, declaration: lookUp(scope, inner.name), path: [], ...spanOf(inner) };
      case T.ThisExpression:
        return { is: 'reference', name: 'this', declaration: scope.thisClass, path: [], ...spanOf(inner) };
      case T.MetaProperty:
        return { is: 'reference', name: `${inner.meta.name}.${inner.property.name}`, declaration: -1, path: [], ...spanOf(inner) };
      case T.ObjectExpression:
      case T.TSEnumDeclaration:
        return { is: 'table', table: this.tableOf(inner), ...spanOf(inner) };
      case T.SpreadElement:
        return this.term(inner.argument, scope, depth);
      case T.TSLiteralType:
        return this.term(inner.literal, scope, depth);
      case T.JSXExpressionContainer:
        return this.term(inner.expression, scope, depth);
      default:
        return this.compound(inner, scope, depth);
    }
  }

  /** Terms that are made of others. */
  private compound(node: TSESTree.Node, scope: Scope, depth: number): Term {
    switch (node.type) {
      case T.MemberExpression:
        return this.member(node, scope, depth);
      case T.CallExpression:
      case T.NewExpression:
        return this.call(node, scope, depth);
      case T.ImportExpression:
        return this.importCall(node, scope, depth);
      case T.UnaryExpression:
        return this.unary(node, scope, depth);
      case T.BinaryExpression:
      case T.LogicalExpression:
      case T.AssignmentExpression:
        return this.binary(node, scope, depth);
      case T.ConditionalExpression:
        return this.ternary(node, scope, depth);
      case T.ArrayExpression:
        return { is: 'list', items: this.items(node.elements, scope, depth), ...spanOf(node) };
      case T.TSUnionType:
        return { is: 'list', items: this.items(node.types, scope, depth), ...spanOf(node) };
      case T.TemplateLiteral:
        return this.template(node, scope, depth);
      default:
        return isFunction(node) ? this.functionTerm(node, scope, depth) : other;
    }
  }

  private ternary(node: TSESTree.ConditionalExpression, scope: Scope, depth: number): Term {
    return {
      is: 'choice',
      test: this.term(node.test, scope, depth + 1),
      then: this.term(node.consequent, scope, depth + 1),
      otherwise: this.term(node.alternate, scope, depth + 1),
      ...spanOf(node),
    };
  }

  private items(nodes: readonly (TSESTree.Node | null)[], scope: Scope, depth: number): Term[] {
    return nodes.slice(0, listLimit).map((item) => (item ? this.term(item, scope, depth + 1) : other));
  }

  private member(node: TSESTree.MemberExpression, scope: Scope, depth: number): Term {
    const object = this.term(node.object, scope, depth + 1);
    const name = staticName(node.property, node.computed);
    const span = spanOf(node);
    if (name !== null && object.is === 'reference') return { ...object, path: [...object.path, name], ...span };
    if (name !== null && object.is === 'member' && !object.key) return { ...object, path: [...object.path, name], ...span };
    if (name !== null) return { is: 'member', of: object, path: [name], ...span };
    return { is: 'member', of: object, path: [null], key: this.term(node.property, scope, depth + 1), ...span };
  }

  private call(node: TSESTree.CallExpression | TSESTree.NewExpression, scope: Scope, depth: number): Term {
    return {
      is: 'call',
      callee: this.term(node.callee, scope, depth + 1),
      arguments: this.items(node.arguments, scope, depth),
      isNew: node.type === T.NewExpression,
      ...spanOf(node),
    };
  }

  private importCall(node: TSESTree.ImportExpression, scope: Scope, depth: number): Term {
    const span = spanOf(node);
    const callee: Term = { is: 'reference', name: 'import', declaration: -1, path: [], start: span.start, end: span.start + 6 };
    return { is: 'call', callee, arguments: [this.term(node.source, scope, depth + 1)], isNew: false, ...span };
  }

  private unary(node: TSESTree.UnaryExpression, scope: Scope, depth: number): Term {
    if (node.operator === '!') return { is: 'not', operand: this.term(node.argument, scope, depth + 1), ...spanOf(node) };
    const operand = bare(node.argument);
    if (node.operator === '-' && operand.type === T.Literal && typeof operand.value === 'number') {
      return { is: 'literal', value: -operand.value, ...spanOf(node) };
    }
    return other;
  }

  private binary(
    node: TSESTree.BinaryExpression | TSESTree.LogicalExpression | TSESTree.AssignmentExpression,
    scope: Scope,
    depth: number,
  ): Term {
    if (node.type === T.AssignmentExpression && node.operator === '=') return this.term(node.right, scope, depth + 1);
    return {
      is: 'binary',
      operator: node.operator,
      left: this.term(node.left, scope, depth + 1),
      right: this.term(node.right, scope, depth + 1),
      ...spanOf(node),
    };
  }

  private template(node: TSESTree.TemplateLiteral, scope: Scope, depth: number): Term {
    const parts: Term[] = [];
    node.quasis.forEach((quasi, position) => {
      const text = quasi.value.cooked;
      if (text) parts.push({ is: 'literal', value: text.slice(0, textLimit), ...spanOf(quasi) });
      const hole = node.expressions[position];
      if (hole) parts.push(this.term(hole, scope, depth + 1));
    });
    const [only] = parts;
    if (node.expressions.length === 0) return only?.is === 'literal' ? { ...only, ...spanOf(node) } : other;
    return { is: 'template', parts, ...spanOf(node) };
  }

  private functionTerm(node: FunctionNode, scope: Scope, depth: number): FunctionTerm {
    const inner = this.index.scopes.get(node) ?? scope;
    const parameters = node.params.map((parameter) => {
      const name = parameter.type === T.AssignmentPattern ? parameter.left : parameter;
      return name.type === T.Identifier ? lookUp(inner, name.name) : -1;
    });
    const returns = !node.body
      ? other
      : node.body.type === T.BlockStatement
        ? this.returned(node.body.body, this.index.scopes.get(node.body) ?? inner, depth + 1)
        : this.term(node.body, inner, depth + 1);
    return { is: 'function', parameters, returns, ...spanOf(node) };
  }

  /** What a list of statements returns: `if (t) return a; return b` is the choice `t ? a : b`. */
  private returned(statements: readonly TSESTree.Statement[], scope: Scope, depth: number): Term {
    if (depth > depthLimit || this.budget-- <= 0) return other;
    const position = statements.findIndex((statement) => leaves(statement) || containsReturn(statement));
    const first = statements[position];
    if (!first) return other;
    const rest = statements.slice(position + 1);
    switch (first.type) {
      case T.ReturnStatement:
        return first.argument ? this.term(first.argument, scope, depth) : { is: 'literal', value: null, ...spanOf(first) };
      case T.BlockStatement:
        return this.returned([...first.body, ...rest], this.index.scopes.get(first) ?? scope, depth + 1);
      case T.TryStatement:
        return this.returned([...first.block.body, ...rest], this.index.scopes.get(first.block) ?? scope, depth + 1);
      case T.IfStatement:
        return this.returnedByIf(first, rest, scope, depth);
      case T.SwitchStatement:
        return this.returnedBySwitch(first, rest, scope, depth);
      default:
        return other;
    }
  }

  private returnedByIf(node: TSESTree.IfStatement, rest: readonly TSESTree.Statement[], scope: Scope, depth: number): Term {
    const after = node.alternate ? [node.alternate, ...rest] : rest;
    return {
      is: 'choice',
      test: this.term(node.test, scope, depth + 1),
      then: this.returned([node.consequent, ...(leaves(node.consequent) ? [] : rest)], scope, depth + 1),
      otherwise: this.returned(after, scope, depth + 1),
      ...spanOf(node),
    };
  }

  private returnedBySwitch(node: TSESTree.SwitchStatement, rest: readonly TSESTree.Statement[], scope: Scope, depth: number): Term {
    const inner = this.index.scopes.get(node) ?? scope;
    const fallback = node.cases.find((clause) => clause.test === null);
    let result = this.returned([...(fallback?.consequent ?? []), ...rest], inner, depth + 1);
    for (let position = node.cases.length - 1; position >= 0; position--) {
      const clause = node.cases[position];
      if (!clause?.test) continue;
      const body = node.cases.slice(position, position + fallThroughLimit).flatMap((later) => later.consequent);
      result = {
        is: 'choice',
        test: caseTest(this.term(node.discriminant, scope, depth + 1), this.term(clause.test, inner, depth + 1), clause),
        then: this.returned(body, inner, depth + 1),
        otherwise: result,
        ...spanOf(clause),
      };
    }
    return result;
  }
}

/** The comparison that a `case` stands for; in `switch (true)` the label is the test itself. */
export function caseTest(discriminant: Term, label: Term, clause: TSESTree.SwitchCase): Term {
  if (discriminant.is === 'literal' && discriminant.value === true) return label;
  return { is: 'binary', operator: '===', left: discriminant, right: label, ...spanOf(clause.test ?? clause) };
}

function literalTerm(node: TSESTree.Literal): LiteralTerm | OtherTerm | Extract<Term, { is: 'regex' }> {
  const span: Span = spanOf(node);
  if ('regex' in node) return { is: 'regex', source: node.regex.pattern.slice(0, textLimit), ...span };
  const { value } = node;
  if (typeof value === 'string') return { is: 'literal', value: value.slice(0, textLimit), ...span };
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return { is: 'literal', value, ...span };
  return other;
}

function containsReturn(statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case T.ReturnStatement:
      return true;
    case T.BlockStatement:
      return statement.body.some(containsReturn);
    case T.IfStatement:
      return containsReturn(statement.consequent) || (statement.alternate !== null && containsReturn(statement.alternate));
    case T.TryStatement:
      return containsReturn(statement.block);
    case T.SwitchStatement:
      return statement.cases.some((clause) => clause.consequent.some(containsReturn));
    default:
      return false;
  }
}
