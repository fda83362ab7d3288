import type { TSESTree } from '@typescript-eslint/types';
import type { DirectiveTarget, Span } from './facts.js';
import { T } from './node-types.js';
import { spanOf } from './parse.js';
import { excerpt } from './place.js';
import { forEachChild } from './walk.js';

/** The outermost node below the program that starts at each of the offsets, where one does. One walk, whatever the number of offsets. */
export function outermostNodesAt(program: TSESTree.Program, offsets: ReadonlySet<number>): ReadonlyMap<number, TSESTree.Node> {
  const found = new Map<number, TSESTree.Node>();
  const visit = (node: TSESTree.Node): void => {
    const { start } = spanOf(node);
    if (offsets.has(start) && !found.has(start) && node.type !== T.JSXText) found.set(start, node);
    forEachChild(node, visit);
  };
  forEachChild(program, visit);
  return found;
}

/** What a directive before this node speaks of. */
export function targetOfNode(source: string, node: TSESTree.Node): DirectiveTarget {
  const region = spanOf(node);
  const { form, mark } = formOf(node);
  const span = mark ? spanOf(mark) : firstLine(source, region);
  return {
    form,
    mark: span,
    text: excerpt(source, span),
    region,
    start: region.start,
    end: trimmedEnd(source, region.start, endOfHead(node)),
  };
}

/** The head goes up to the first block, class body, object or element inside: what these hold speaks for itself. */
function endOfHead(node: TSESTree.Node): number {
  let end = spanOf(node).end;
  const visit = (inner: TSESTree.Node): void => {
    const { start } = spanOf(inner);
    if (start >= end) return;
    if (isBody(inner)) end = start;
    else forEachChild(inner, visit);
  };
  forEachChild(headOf(node), visit);
  return Math.min(end, ...armsOf(node).map((arm) => spanOf(arm).start));
}

/** `export` and labels only lead to what is meant. */
function headOf(node: TSESTree.Node): TSESTree.Node {
  return node.type === T.ExportNamedDeclaration && node.declaration ? node.declaration : node;
}

function isBody({ type }: TSESTree.Node): boolean {
  switch (type) {
    case T.BlockStatement:
    case T.ClassBody:
    case T.TSEnumBody:
    case T.TSInterfaceBody:
    case T.TSModuleBlock:
    case T.SwitchCase:
    case T.ObjectExpression:
    case T.JSXElement:
    case T.JSXFragment:
      return true;
    default:
      return false;
  }
}

/** What a test decides, where that is no block. */
function armsOf(node: TSESTree.Node): readonly TSESTree.Node[] {
  switch (node.type) {
    case T.IfStatement:
      return [node.consequent];
    case T.SwitchCase:
      return node.consequent.slice(0, 1);
    case T.WhileStatement:
    case T.ForStatement:
    case T.ForOfStatement:
    case T.ForInStatement:
      return [node.body];
    default:
      return [];
  }
}

interface Form {
  readonly form: DirectiveTarget['form'];
  /** Null: the first line is what there is to point at. */
  readonly mark: TSESTree.Node | null;
}

function formOf(node: TSESTree.Node): Form {
  switch (node.type) {
    case T.IfStatement:
    case T.ConditionalExpression:
    case T.WhileStatement:
      return { form: 'condition', mark: node.test };
    case T.SwitchStatement:
      return { form: 'condition', mark: node.discriminant };
    case T.SwitchCase:
      return { form: 'condition', mark: node.test };
    case T.LogicalExpression:
      return { form: 'condition', mark: node.left };
    case T.Property:
      return { form: 'entry', mark: node.key };
    case T.ImportDeclaration:
    case T.ExportAllDeclaration:
      return { form: 'import', mark: null };
    case T.ExportNamedDeclaration:
      return node.declaration ? formOf(node.declaration) : { form: node.source ? 'import' : 'other', mark: null };
    case T.JSXExpressionContainer:
      return formOf(node.expression);
    default:
      return declarationOf(node);
  }
}

function declarationOf(node: TSESTree.Node): Form {
  switch (node.type) {
    case T.VariableDeclaration:
      return { form: 'declaration', mark: node.declarations[0].id };
    case T.FunctionDeclaration:
    case T.ClassDeclaration:
    case T.TSEnumDeclaration:
    case T.TSInterfaceDeclaration:
    case T.TSTypeAliasDeclaration:
    case T.TSEnumMember:
      return { form: 'declaration', mark: node.id };
    case T.MethodDefinition:
    case T.PropertyDefinition:
      return { form: 'declaration', mark: node.key };
    case T.ExportDefaultDeclaration:
      return { form: 'declaration', mark: 'id' in node.declaration ? node.declaration.id : null };
    default:
      return { form: 'other', mark: null };
  }
}

function firstLine(source: string, { start, end }: Span): Span {
  const newline = source.indexOf('\n', start);
  const cut = newline < 0 ? end : Math.min(end, newline);
  return { start, end: trimmedEnd(source, start, cut) };
}

function trimmedEnd(source: string, start: number, end: number): number {
  return start + source.slice(start, end).trimEnd().length;
}
