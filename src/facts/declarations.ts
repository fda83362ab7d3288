import type { TSESTree } from '@typescript-eslint/types';
import { T } from './node-types.js';
import { componentMembers, componentOptions, type ComponentMember } from './component-options.js';
import type { DeclarationFact, DeclarationKind, Span } from './facts.js';
import { templateLabel } from './template-label.js';
import { spanOf } from './parse.js';
import { functionScope, lookUp, opensScope, type Scope } from './scope.js';
import { bare, calleeName, isDeclaredOn, isFunction, staticName, type FunctionNode } from './syntax.js';
import { wrapsValue } from './telling.js';
import { forEachChild } from './walk.js';

/** A declaration before its value is known; `initializer` is the node that gives it. */
export interface PendingDeclaration {
  readonly fact: DeclarationFact;
  readonly initializer: TSESTree.Node | null;
  /** Scope in which `initializer` is to be read. */
  readonly scope: Scope;
}

export interface DeclarationIndex {
  readonly pending: readonly PendingDeclaration[];
  readonly scopes: ReadonlyMap<TSESTree.Node, Scope>;
  /** From the node of a declared name, or of the function or class itself, to its declaration. */
  readonly byNode: ReadonlyMap<TSESTree.Node, number>;
}

/** Declares every name of a file in its scope, so that names can be used before the line that declares them. */
export function collectDeclarations(program: TSESTree.Program): DeclarationIndex {
  return new DeclarationCollector().collect(program);
}

const walkingMethods = new Set(['some', 'every', 'find', 'findIndex', 'findLast', 'filter', 'map', 'flatMap', 'forEach']);

class DeclarationCollector {
  /** From a callback to the list whose items it is called with. */
  private readonly walkedLists = new Map<TSESTree.Node, TSESTree.Node>();
  private readonly pending: PendingDeclaration[] = [];
  private readonly scopes = new Map<TSESTree.Node, Scope>();
  private readonly byNode = new Map<TSESTree.Node, number>();
  /** The class or options object that the file exports by default; -1 without one. */
  private component = -1;

  collect(program: TSESTree.Program): DeclarationIndex {
    const scope: Scope = { parent: null, names: new Map(), isFunction: true, owner: -1, thisClass: -1 };
    this.scopes.set(program, scope);
    forEachChild(program, (child) => {
      this.visit(child, scope);
    });
    return { pending: this.pending, scopes: this.scopes, byNode: this.byNode };
  }

  private visit(node: TSESTree.Node, scope: Scope): void {
    switch (node.type) {
      case T.VariableDeclaration:
        for (const declarator of node.declarations) this.variable(declarator, node.kind === 'var' ? functionScope(scope) : scope, scope);
        break;
      case T.TSEnumDeclaration:
        this.enumeration(node, scope);
        return;
      case T.ClassDeclaration:
      case T.ClassExpression:
        this.classLike(node, scope);
        return;
      case T.AssignmentExpression:
        this.assignedProperty(node, scope);
        break;
      case T.LabeledStatement:
        this.labeled(node, scope);
        return;
      case T.ExportDefaultDeclaration:
        this.exported(node, scope);
        return;
      case T.CallExpression:
        this.callback(node);
        break;
      default:
        if (this.importOrType(node, scope)) return;
        if (isFunction(node)) {
          this.functionLike(node, scope);
          return;
        }
        if (opensScope(node)) {
          this.children(node, this.open(node, scope, { isFunction: node.type === T.TSModuleBlock }));
          return;
        }
    }
    this.children(node, scope);
  }

  /** Svelte declares by `$: isAcme = …`; a template's names can be members of its component. */
  private labeled(node: TSESTree.LabeledStatement, scope: Scope): void {
    const assigned = node.label.name === '$' ? newNameOf(node.body, scope) : null;
    if (assigned) this.declare(assigned.left, 'variable', node, assigned.right, scope);
    const inner = node.label.name === templateLabel ? this.open(node, scope, {}) : scope;
    if (inner !== scope && this.component !== -1) {
      this.pending.forEach(({ fact }, index) => {
        if (fact.parent === this.component && isReadable(fact.kind)) inner.names.set(fact.name, index);
      });
    }
    this.children(node, inner);
  }

  private exported(node: TSESTree.ExportDefaultDeclaration, scope: Scope): void {
    const options = componentOptions(node.declaration);
    if (options) this.componentObject(node, options, scope);
    else this.children(node, scope);
    if (node.declaration.type === T.ClassDeclaration) this.component = this.byNode.get(node.declaration) ?? -1;
  }

  /** The options of a Vue component are a class whose members `this` and the template read. */
  private componentObject(node: TSESTree.Node, options: TSESTree.ObjectExpression, scope: Scope): void {
    this.component = this.add(options, '', 'class', options, null, scope, scope.owner);
    const inside = this.open(options, scope, { thisClass: this.component });
    const members = componentMembers(options);
    for (const member of members.filter(({ returnedBy }) => !returnedBy)) this.componentMember(member, inside);
    this.children(node, scope);
    // What a function returns is read among its own names, which are known now.
    for (const member of members) if (member.returnedBy) this.componentMember(member, this.scopes.get(member.returnedBy) ?? inside);
  }

  private componentMember({ key, name, kind, region, value }: ComponentMember, readIn: Scope): void {
    const index = this.add(key, name, kind, region, value, readIn, this.component);
    if (value && isFunction(value)) this.byNode.set(value, index);
  }

  /** Declares names that hold no code of their own; true when the node was one. */
  private importOrType(node: TSESTree.Node, scope: Scope): boolean {
    switch (node.type) {
      case T.ImportDeclaration:
        for (const specifier of node.specifiers) this.declare(specifier.local, 'import', node, null, scope);
        return true;
      case T.TSImportEqualsDeclaration:
        this.declare(node.id, 'import', node, null, scope);
        return true;
      case T.TSTypeAliasDeclaration:
        this.declare(node.id, 'type', node, node.typeAnnotation, scope);
        return true;
      case T.TSInterfaceDeclaration:
        this.declare(node.id, 'type', node, null, scope);
        return true;
      default:
        return false;
    }
  }

  private children(node: TSESTree.Node, scope: Scope): void {
    const inner = this.scopes.get(node) ?? scope;
    forEachChild(node, (child) => {
      this.visit(child, inner);
    });
  }

  private open(node: TSESTree.Node, parent: Scope, change: Partial<Pick<Scope, 'isFunction' | 'owner' | 'thisClass'>>): Scope {
    const scope: Scope = { isFunction: false, owner: parent.owner, thisClass: parent.thisClass, ...change, parent, names: new Map() };
    this.scopes.set(node, scope);
    if (node.type === T.CatchClause && node.param) this.pattern(node.param, 'variable', node, null, [], scope, scope);
    return scope;
  }

  private declare(
    name: TSESTree.Identifier,
    kind: DeclarationKind,
    region: TSESTree.Node,
    initializer: TSESTree.Node | null,
    scope: Scope,
    extra: { readonly members?: readonly string[]; readonly readIn?: Scope } = {},
  ): number {
    const type = typeName(name.typeAnnotation);
    const index = this.add(name, name.name, kind, region, initializer, extra.readIn ?? scope, scope.owner, {
      ...(extra.members && extra.members.length > 0 && { members: extra.members }),
      ...(type !== null && { type }),
      ...(functionScope(scope).parent && { isLocal: true as const }),
    });
    scope.names.set(name.name, index);
    return index;
  }

  private add(
    node: TSESTree.Node,
    name: string,
    kind: DeclarationKind,
    region: TSESTree.Node,
    initializer: TSESTree.Node | null,
    scope: Scope,
    parent: number,
    extra: Partial<DeclarationFact> = {},
  ): number {
    const index = this.pending.length;
    const span: Span = spanOf(node);
    const end = node.type === T.Identifier ? span.start + name.length : span.end;
    this.pending.push({ fact: { name, kind, start: span.start, end, region: spanOf(region), parent, ...extra }, initializer, scope });
    this.byNode.set(node, index);
    return index;
  }

  private variable(declarator: TSESTree.VariableDeclarator, target: Scope, readIn: Scope): void {
    this.pattern(declarator.id, 'variable', declarator, declarator.init, [], target, readIn);
  }

  private pattern(
    pattern: TSESTree.Node,
    kind: DeclarationKind,
    region: TSESTree.Node,
    initializer: TSESTree.Node | null,
    members: readonly string[],
    scope: Scope,
    readIn: Scope,
  ): void {
    const again = (inner: TSESTree.Node, path: readonly string[]) => {
      this.pattern(inner, kind, region, initializer, path, scope, readIn);
    };
    switch (pattern.type) {
      case T.Identifier: {
        const index = this.declare(pattern, kind, region, initializer, scope, { members, readIn });
        const value = initializer && members.length === 0 ? wrappedFunction(initializer) : null;
        if (value) this.byNode.set(value, index);
        break;
      }
      case T.AssignmentPattern:
        again(pattern.left, members);
        break;
      case T.RestElement:
        this.pattern(pattern.argument, kind, region, null, [], scope, readIn);
        break;
      case T.ArrayPattern:
        pattern.elements.forEach((element, position) => {
          if (element) again(element, [...members, String(position)]);
        });
        break;
      case T.ObjectPattern:
        for (const property of pattern.properties) again(...readBy(property, members));
        break;
      case T.TSParameterProperty:
        again(pattern.parameter, members);
        this.parameterProperty(pattern, scope);
    }
  }

  /** In `tenants.find((tenant) => …)` the parameter is an item of `tenants`. */
  private callback(node: TSESTree.CallExpression): void {
    const [argument] = node.arguments;
    if (node.callee.type !== T.MemberExpression || !argument || !isFunction(argument)) return;
    const method = staticName(node.callee.property, node.callee.computed);
    if (method !== null && walkingMethods.has(method)) this.walkedLists.set(argument, node.callee.object);
  }

  /** `constructor(private flags: FlagService)` declares a property of the class besides the parameter. */
  private parameterProperty(node: TSESTree.TSParameterProperty, scope: Scope): void {
    const name = node.parameter.type === T.AssignmentPattern ? node.parameter.left : node.parameter;
    if (scope.thisClass === -1) return;
    const type = typeName(name.typeAnnotation);
    this.add(node, name.name, 'property', node, name, scope, scope.thisClass, type === null ? {} : { type });
  }

  /** `this.client = init()` gives the class a property with that value, wherever it stands; `exports.isAcme = …` declares a name. */
  private assignedProperty(node: TSESTree.AssignmentExpression, scope: Scope): void {
    const { left, right } = node;
    if (left.type !== T.MemberExpression || node.operator !== '=') return;
    const name = staticName(left.property, left.computed);
    if (name === null) return;
    if (left.object.type === T.ThisExpression) {
      if (scope.thisClass !== -1) this.add(left.property, name, 'property', node, right, scope, scope.thisClass);
    } else if (isDeclaredOn(left.object, right)) {
      const kind = isFunction(right) ? 'function' : 'variable';
      const index = this.add(left.property, name, kind, node, right, scope, -1);
      if (isFunction(right)) this.byNode.set(right, index);
    }
  }

  private functionLike(node: FunctionNode, scope: Scope): void {
    let owner = this.byNode.get(node) ?? -1;
    if (node.type === T.FunctionDeclaration && node.id) {
      owner = this.declare(node.id, 'function', node, node, scope);
      this.byNode.set(node, owner);
    }
    const inner = this.open(node, scope, { isFunction: true, owner: owner === -1 ? scope.owner : owner });
    const walked = this.walkedLists.get(node) ?? null;
    node.params.forEach((parameter, position) => {
      if (position === 0 && walked) this.pattern(parameter, 'parameter', parameter, walked, ['0'], inner, scope);
      else this.pattern(parameter, 'parameter', parameter, null, [], inner, inner);
    });
    this.children(node, inner);
  }

  private classLike(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression, scope: Scope): void {
    const index = node.id ? this.declare(node.id, 'class', node, null, scope) : -1;
    if (node.id) this.byNode.set(node, index);
    const inner = this.open(node, scope, { owner: index === -1 ? scope.owner : index, thisClass: index });
    for (const member of node.body.body) this.member(member, inner);
    if (node.superClass) this.visit(node.superClass, scope);
    for (const decorator of node.decorators) this.visit(decorator, scope);
    this.children(node.body, inner);
  }

  private member(member: TSESTree.ClassElement, scope: Scope): void {
    if (member.type !== T.MethodDefinition && member.type !== T.PropertyDefinition) return;
    const name = staticName(member.key, member.computed);
    if (name === null) return;
    const kind = member.type === T.PropertyDefinition ? 'property' : member.kind === 'get' ? 'getter' : 'method';
    const index = this.add(member.key, name, kind, member, member.value, scope, scope.owner);
    if (member.value && isFunction(member.value)) this.byNode.set(member.value, index);
  }

  private enumeration(node: TSESTree.TSEnumDeclaration, scope: Scope): void {
    const owner = this.declare(node.id, 'enum', node, node, scope);
    for (const member of node.body.members) {
      const name = staticName(member.id, false);
      if (name !== null) this.add(member.id, name, 'enum-member', member, member.initializer ?? null, scope, owner);
    }
  }
}

/** The function that an initialiser is: bare, or as an argument of calls such as `useMemo`, `memo` and `derived`. */
function wrappedFunction(initializer: TSESTree.Node): FunctionNode | null {
  const value = bare(initializer);
  if (isFunction(value)) return value;
  if (value.type !== T.CallExpression) return null;
  const wrapped = value.arguments.find((argument) => isFunction(argument)) ?? value.arguments[0];
  return wrapped && wrapsValue(calleeName(value)) ? wrappedFunction(wrapped) : null;
}

/** The pattern that a property fills, and the members that lead to it. */
function readBy(property: TSESTree.Property | TSESTree.RestElement, members: readonly string[]): [TSESTree.Node, readonly string[]] {
  if (property.type === T.RestElement) return [property, []];
  return [property.value, [...members, staticName(property.key, property.computed) ?? '']];
}

function typeName(annotation: TSESTree.TSTypeAnnotation | undefined): string | null {
  const type = annotation?.typeAnnotation;
  if (type?.type !== T.TSTypeReference) return null;
  if (type.typeName.type === T.Identifier) return type.typeName.name;
  return type.typeName.type === T.TSQualifiedName ? type.typeName.right.name : null;
}

/** The assignment in `$: name = value` where nothing else has declared the name. */
function newNameOf(body: TSESTree.Statement, scope: Scope): { left: TSESTree.Identifier; right: TSESTree.Node } | null {
  if (body.type !== T.ExpressionStatement || body.expression.type !== T.AssignmentExpression) return null;
  const { left, operator, right } = body.expression;
  return operator === '=' && left.type === T.Identifier && lookUp(scope, left.name) === -1 ? { left, right } : null;
}

/** Members that are read by their name alone in a template. */
function isReadable(kind: DeclarationKind): boolean {
  return kind === 'getter' || kind === 'method' || kind === 'property';
}
