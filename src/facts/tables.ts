import type { TSESTree } from '@typescript-eslint/types';
import { T } from './node-types.js';
import type { DeclarationIndex } from './declarations.js';
import type { Scope } from './scope.js';
import type { Span, TableFact } from './facts.js';
import { spanOf } from './parse.js';
import { bare, isFunction, staticName } from './syntax.js';
import { termSize, type TermBuilder } from './terms.js';

/** Larger tables are cut; tables of customers are written by hand. */
const entryLimit = 2000;

/** Numbers the tables of a file as terms and the walk come across them, and builds them at the end. */
export class TableCollector {
  private readonly numbers = new Map<TSESTree.Node, number>();
  private readonly places = new Map<TSESTree.Node, { readonly scope: Scope; readonly ancestors: readonly TSESTree.Node[] }>();

  /** The number of a table; the same node has the same number whoever asks first. */
  readonly numberOf = (node: TSESTree.Node): number => {
    const known = this.numbers.get(node);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(node, number);
    return number;
  };

  /** Tells where a table stands; called once per table by the walk. */
  meet(node: TSESTree.Node, scope: Scope, ancestors: readonly TSESTree.Node[]): void {
    this.numberOf(node);
    this.places.set(node, { scope, ancestors: [...ancestors] });
  }

  /** All tables in the order of their numbers. */
  build(terms: TermBuilder, index: DeclarationIndex): TableFact[] {
    const tables: TableFact[] = [];
    // Building an entry can number tables that were not met; Map iteration includes those added meanwhile.
    for (const [node] of this.numbers) tables.push(this.table(node, terms, index));
    return tables;
  }

  private table(node: TSESTree.Node, terms: TermBuilder, index: DeclarationIndex): TableFact {
    const place = this.places.get(node);
    const scope = place?.scope ?? globalScope;
    const ancestors = place?.ancestors ?? [];
    const read = (value: TSESTree.Node | null | undefined) => terms.of(value, scope, termSize.entry);
    return {
      name: nameOf(node, ancestors),
      entries: entriesOf(node)
        .slice(0, entryLimit)
        .map((entry) => ({
          key: entry.key,
          ...(entry.computed && { computed: read(entry.computed) }),
          value: read(entry.value),
          until: entry.value ? spanOf(entry.value).end : entry.span.end,
          ...entry.span,
        })),
      isItem: ancestors.findLast((ancestor) => bare(ancestor) === ancestor)?.type === T.ArrayExpression,
      parent: this.parentOf(ancestors),
      declaration: declarationOf(node, ancestors, index),
      ...spanOf(node),
    };
  }

  private parentOf(ancestors: readonly TSESTree.Node[]): number {
    const node = ancestors.findLast((ancestor) => isTable(ancestor) || isFunction(ancestor));
    return node && isTable(node) ? this.numberOf(node) : -1;
  }
}

const globalScope: Scope = { parent: null, names: new Map(), isFunction: true, owner: -1, thisClass: -1 };

interface RawEntry {
  readonly key: string | null;
  readonly computed?: TSESTree.Node;
  readonly value: TSESTree.Node | null;
  readonly span: Span;
}

/** Object literals, enums and `new Map([[key, value]])`. The attributes of an element are a table too, where its call is kept. */
export function isTable(node: TSESTree.Node): boolean {
  switch (node.type) {
    case T.ObjectExpression:
    case T.TSEnumDeclaration:
      return true;
    case T.NewExpression:
      return node.callee.type === T.Identifier && node.callee.name === 'Map' && bareList(node.arguments[0]) !== null;
    default:
      return false;
  }
}

function entriesOf(node: TSESTree.Node): RawEntry[] {
  switch (node.type) {
    case T.ObjectExpression:
      return node.properties.map(objectEntry);
    case T.TSEnumDeclaration:
      return node.body.members.map((member) => ({
        key: staticName(member.id, false),
        value: member.initializer ?? null,
        span: spanOf(member.id),
      }));
    case T.JSXOpeningElement:
      return node.attributes.map(attributeEntry);
    case T.NewExpression:
      return (bareList(node.arguments[0]) ?? []).flatMap(mapEntry);
    default:
      return [];
  }
}

function objectEntry(property: TSESTree.Property | TSESTree.SpreadElement): RawEntry {
  if (property.type === T.SpreadElement) return { key: null, value: property.argument, span: spanOf(property) };
  const key = staticName(property.key, property.computed);
  return { key, ...(key === null && { computed: property.key }), value: property.value, span: spanOf(property.key) };
}

function attributeEntry(attribute: TSESTree.JSXAttribute | TSESTree.JSXSpreadAttribute): RawEntry {
  if (attribute.type === T.JSXSpreadAttribute) return { key: null, value: attribute.argument, span: spanOf(attribute) };
  const key = attribute.name.type === T.JSXIdentifier ? attribute.name.name : null;
  return { key, value: attribute.value, span: spanOf(attribute.name) };
}

function mapEntry(element: TSESTree.Node | null): RawEntry[] {
  if (element?.type !== T.ArrayExpression) return [];
  const [key, value] = element.elements;
  if (!key) return [];
  const name = staticName(key, true);
  return [{ key: name, ...(name === null && { computed: key }), value: value ?? null, span: spanOf(key) }];
}

function bareList(node: TSESTree.Node | undefined): readonly (TSESTree.Node | null)[] | null {
  const list = node ? bare(node) : null;
  return list?.type === T.ArrayExpression ? list.elements : null;
}

/** What the table is bound to: the nearest variable, property, parameter default, assignment, called function or returning function. */
function nameOf(node: TSESTree.Node, ancestors: readonly TSESTree.Node[]): string | null {
  if (node.type === T.TSEnumDeclaration) return node.id.name;
  for (const ancestor of ancestors.toReversed()) {
    const name = boundName(ancestor);
    if (name !== undefined) return name;
  }
  return null;
}

function boundName(ancestor: TSESTree.Node): string | null | undefined {
  switch (ancestor.type) {
    case T.VariableDeclarator:
      return ancestor.id.type === T.Identifier ? ancestor.id.name : null;
    case T.Property:
    case T.PropertyDefinition:
      return staticName(ancestor.key, ancestor.computed);
    case T.AssignmentExpression:
      return lastName(ancestor.left);
    case T.CallExpression:
    case T.NewExpression: {
      const name = lastName(ancestor.callee);
      return name !== null && /^(freeze|seal|Map|Set|Object|useMemo|useState|useRef|reactive|ref|readonly|defineProps)$/.test(name)
        ? undefined
        : name;
    }
    case T.FunctionDeclaration:
      return ancestor.id?.name ?? null;
    case T.MethodDefinition:
      return staticName(ancestor.key, ancestor.computed);
    case T.Program:
      return null;
    default:
      return undefined;
  }
}

function lastName(node: TSESTree.Node): string | null {
  if (node.type === T.Identifier) return node.name;
  return node.type === T.MemberExpression ? staticName(node.property, node.computed) : null;
}

/** The declaration whose value the table is, looking through lists, wrapping calls and type assertions but not through functions. */
function declarationOf(node: TSESTree.Node, ancestors: readonly TSESTree.Node[], index: DeclarationIndex): number {
  const own = index.byNode.get(node.type === T.TSEnumDeclaration ? node.id : node);
  if (own !== undefined) return own;
  for (const ancestor of ancestors.toReversed()) {
    if (ancestor.type === T.VariableDeclarator) return index.byNode.get(ancestor.id) ?? -1;
    if (ancestor.type === T.PropertyDefinition) return index.byNode.get(ancestor.key) ?? -1;
    if (ancestor.type === T.BlockStatement || ancestor.type === T.Program) return -1;
  }
  return -1;
}
