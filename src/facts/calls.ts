import type { TSESTree } from '@typescript-eslint/types';
import { T } from './node-types.js';
import { lookUp } from './scope.js';
import type { AccessFact, CallFact, CallTerm, DestructuredName, Term } from './facts.js';
import { spanOf } from './parse.js';
import { excerpt, parentOf, useAt, type Place } from './place.js';
import { bare, staticName } from './syntax.js';
import type { TableCollector } from './tables.js';
import {
  asksQuestion,
  constantName,
  isBystander,
  isEnvironmentRoot,
  isGateAttribute,
  looksLikeKey,
  mentionsFlag,
  namesGate,
} from './telling.js';
import { termSize } from './terms.js';

/** The fact of a call, or null when neither its name nor its arguments can tell anything. */
export function callOf(node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.ImportExpression, place: Place): CallFact | null {
  const destructured = destructuredNames(place);
  const term = place.terms.of(node, place.scope, termSize.value);
  if (term.is !== 'call') return null;
  if (isBystander(rootName(term)) && !place.tested) return null;
  const isKept =
    place.tested !== null ||
    destructured.length > 0 ||
    lastNames(term.callee).some((name) => asksQuestion(name) || mentionsFlag(name) || namesGate(name)) ||
    place.ancestors.at(-1)?.type === T.Decorator ||
    loadsByName(term) ||
    term.arguments.some(isTellingArgument);
  if (!isKept) return null;
  const fact = makeCall(term.callee, term.arguments, node, place, { isNew: term.isNew, isElement: false, destructured });
  const decorated = decoratedBy(place);
  return decorated ? { ...fact, decorates: true, region: spanOf(decorated) } : fact;
}

/** `import(`./themes/${brand}`)`, `require(`./config.${name}.js`)` */
function loadsByName({ callee, arguments: values }: CallTerm): boolean {
  return callee.is === 'reference' && /^(import|require)$/.test(callee.name) && callee.path.length === 0 && values[0]?.is === 'template';
}

/** The class or member whose decorator is at this place. */
function decoratedBy({ ancestors }: Place): TSESTree.Node | null {
  const target = ancestors.at(-1)?.type === T.Decorator ? ancestors.at(-2) : undefined;
  switch (target?.type) {
    case T.ClassDeclaration:
    case T.ClassExpression:
    case T.MethodDefinition:
    case T.PropertyDefinition:
      return target;
    default:
      return null;
  }
}

/** A JSX element as a call of its tag with one table of attributes; null for tags that say nothing about flags or for whom they are. */
export function elementOf(node: TSESTree.JSXOpeningElement, place: Place, tables: TableCollector): CallFact | null {
  const callee = tagTerm(node.name, place);
  if (!callee || !(lastNames(callee).some((name) => mentionsFlag(name) || namesGate(name)) || node.attributes.some(isGate))) return null;
  tables.meet(node, place.scope, place.ancestors);
  const attributes: Term = { is: 'table', table: tables.numberOf(node), ...spanOf(node) };
  const fact = makeCall(callee, [attributes], node, place, { isNew: false, isElement: true, destructured: [] });
  const whole = place.ancestors.at(-1);
  return whole && !node.selfClosing ? { ...fact, region: spanOf(whole) } : fact;
}

function isGate(attribute: TSESTree.JSXAttribute | TSESTree.JSXSpreadAttribute): boolean {
  return attribute.type === T.JSXAttribute && attribute.name.type === T.JSXIdentifier && isGateAttribute(attribute.name.name);
}

/** The fact of a member chain in value position, or null for chains on plain local values. */
export function accessOf(node: TSESTree.MemberExpression, place: Place): AccessFact | null {
  const target = place.terms.of(node, place.scope);
  if (target.is !== 'reference' && target.is !== 'member') return null;
  if (!isTellingAccess(target, node, place)) return null;
  return {
    target,
    text: excerpt(place.source, spanOf(node)),
    parent: place.scope.owner,
    use: useAt(place),
    region: place.tested,
    ...spanOf(node),
  };
}

function makeCall(
  callee: Term,
  values: readonly Term[],
  node: TSESTree.Node,
  place: Place,
  form: Pick<CallFact, 'isNew' | 'isElement' | 'destructured'>,
): CallFact {
  return {
    callee,
    arguments: values,
    text: excerpt(place.source, spanOf(node)),
    parent: place.scope.owner,
    use: useAt(place),
    region: place.tested,
    ...form,
    ...spanOf(node),
  };
}

/** `const { a, b: c } = call()` reads `a` and `b`. */
function destructuredNames(place: Place): DestructuredName[] {
  const parent = parentOf(place);
  if (parent?.type !== T.VariableDeclarator || parent.id.type !== T.ObjectPattern) return [];
  return parent.id.properties.flatMap((property) => {
    if (property.type !== T.Property) return [];
    const name = staticName(property.key, property.computed);
    const local = property.value.type === T.AssignmentPattern ? property.value.left : property.value;
    return name === null ? [] : [{ name, declaration: place.index.byNode.get(local) ?? -1, ...spanOf(property.key) }];
  });
}

function isTellingArgument(argument: Term): boolean {
  switch (argument.is) {
    case 'literal':
      return typeof argument.value === 'string' && looksLikeKey(argument.value);
    case 'reference':
      return [argument.name, ...argument.path].some((name) => name !== null && constantName.test(name) && name.length > 1);
    case 'list':
      return argument.items.some(isTellingArgument);
    default:
      return false;
  }
}

function isTellingAccess(target: Term, node: TSESTree.MemberExpression, place: Place): boolean {
  if (place.tested) return true;
  if (target.is === 'member')
    return mentionsFlag(node.property.type === T.Identifier ? node.property.name : '') || isTellingAccess(target.of, node, place);
  if (target.is !== 'reference') return false;
  if (isEnvironmentRoot(target.name)) return true;
  if ([target.name, ...target.path].some((name) => name !== null && mentionsFlag(name))) return true;
  if (node.computed && bare(node.property).type === T.Literal) return true;
  const declared = place.index.pending[target.declaration]?.fact;
  return declared !== undefined && (!declared.isLocal || declared.kind === 'import') && declared.kind !== 'parameter';
}

function rootName(term: Term): string {
  if (term.is === 'reference') return term.name;
  if (term.is === 'member') return rootName(term.of);
  return term.is === 'call' ? rootName(term.callee) : '';
}

function lastNames(callee: Term): string[] {
  if (callee.is === 'reference') return [callee.path.at(-1) ?? callee.name];
  if (callee.is === 'member') return [callee.path.at(-1) ?? ''];
  return callee.is === 'call' ? lastNames(callee.callee) : [];
}

function tagTerm(name: TSESTree.JSXTagNameExpression, place: Place): Term | null {
  const span = spanOf(name);
  if (name.type === T.JSXIdentifier) {
    const declaration = lookUp(place.scope, name.name);
    return { is: 'reference', name: name.name, declaration, path: [], ...span };
  }
  if (name.type !== T.JSXMemberExpression) return null;
  const object = tagTerm(name.object, place);
  return object?.is === 'reference' ? { ...object, path: [...object.path, name.property.name], ...span } : null;
}
