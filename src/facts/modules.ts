import type { TSESTree } from '@typescript-eslint/types';
import { T } from './node-types.js';
import { lookUp } from './scope.js';
import type { ExportFact, ImportFact, ImportForm } from './facts.js';
import { spanOf } from './parse.js';
import { parentOf, type Place } from './place.js';
import { isFunction, staticName } from './syntax.js';

/** Functions that load a module only when it is needed. */
const lazyFunction = /^(lazy|dynamic|loadable|defineAsyncComponent|asyncComponent|Loadable|lazyWithRetry|React\.lazy)$/;

/** Imports and re-exports that a node declares. */
export function importsOf(node: TSESTree.Node, place: Place): ImportFact[] {
  switch (node.type) {
    case T.ImportDeclaration:
      return importDeclaration(node, place);
    case T.ExportNamedDeclaration:
      return node.source ? [reexport(node, node.source, null)] : [];
    case T.ExportAllDeclaration:
      return [reexport(node, node.source, '*')];
    case T.TSImportEqualsDeclaration:
      return importEquals(node, place);
    case T.CallExpression:
      return requireCall(node, place);
    case T.ImportExpression:
      return dynamicImport(node, place);
    default:
      return [];
  }
}

function importDeclaration(node: TSESTree.ImportDeclaration, place: Place): ImportFact[] {
  const base = { form: 'import' as const, source: node.source.value, ...spanOf(node) };
  const typeOnly = node.importKind === 'type';
  if (node.specifiers.length === 0) return [{ ...base, imported: null, local: -1, typeOnly }];
  return node.specifiers.map((specifier) => ({
    ...base,
    imported: importedName(specifier),
    local: place.index.byNode.get(specifier.local) ?? -1,
    typeOnly: typeOnly || (specifier.type === T.ImportSpecifier && specifier.importKind === 'type'),
  }));
}

function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type === T.ImportDefaultSpecifier) return 'default';
  return specifier.type === T.ImportNamespaceSpecifier ? '*' : moduleName(specifier.imported);
}

function reexport(node: TSESTree.Node, source: TSESTree.StringLiteral, imported: string | null): ImportFact {
  const typeOnly = 'exportKind' in node && node.exportKind === 'type';
  return { form: 'reexport', source: source.value, imported, local: -1, typeOnly, ...spanOf(node) };
}

function importEquals(node: TSESTree.TSImportEqualsDeclaration, place: Place): ImportFact[] {
  if (node.moduleReference.type !== T.TSExternalModuleReference) return [];
  const { expression } = node.moduleReference;
  if (typeof expression.value !== 'string') return [];
  const local = place.index.byNode.get(node.id) ?? -1;
  return [{ form: 'require', source: expression.value, imported: '*', local, typeOnly: false, ...spanOf(node) }];
}

function requireCall(node: TSESTree.CallExpression, place: Place): ImportFact[] {
  const isRequire = node.callee.type === T.Identifier && node.callee.name === 'require' && lookUp(place.scope, 'require') === -1;
  return isRequire ? moduleCall(node, node.arguments[0], 'require', place) : [];
}

function dynamicImport(node: TSESTree.ImportExpression, place: Place): ImportFact[] {
  return moduleCall(node, node.source, isLazy(place) ? 'lazy' : 'dynamic', place);
}

function moduleCall(node: TSESTree.Node, argument: TSESTree.Node | undefined, form: ImportForm, place: Place): ImportFact[] {
  const source = argument ? staticName(argument, true) : null;
  if (source === null) return [];
  const parent = parentOf(place);
  const local = parent?.type === T.VariableDeclarator ? (place.index.byNode.get(parent.id) ?? -1) : -1;
  return [{ form, source, imported: local === -1 ? null : '*', local, typeOnly: false, ...spanOf(node) }];
}

function isLazy(place: Place): boolean {
  return place.ancestors.some(
    (node) => node.type === T.CallExpression && node.callee.type === T.Identifier && lazyFunction.test(node.callee.name),
  );
}

/** Names that a node makes visible to other files, in ECMAScript and CommonJS form. */
export function exportsOf(node: TSESTree.Node, place: Place): ExportFact[] {
  switch (node.type) {
    case T.ExportNamedDeclaration:
      return node.declaration ? declaredNames(node.declaration, place) : specifiers(node, place);
    case T.ExportAllDeclaration: {
      const source = node.source.value;
      return [{ exported: node.exported ? moduleName(node.exported) : '*', declaration: -1, source, imported: '*' }];
    }
    case T.ExportDefaultDeclaration:
      return [defaultExport(node.declaration, place)];
    case T.TSExportAssignment:
      return [defaultExport(node.expression, place)];
    case T.AssignmentExpression:
      return commonJsExports(node, place);
    default:
      return [];
  }
}

function declaredNames(node: TSESTree.Node, place: Place): ExportFact[] {
  if (node.type === T.VariableDeclaration) {
    return node.declarations.flatMap((declarator) => boundNames(declarator.id, place));
  }
  if ('id' in node && node.id?.type === T.Identifier)
    return [{ exported: node.id.name, declaration: place.index.byNode.get(node.id) ?? -1 }];
  return [];
}

function boundNames(pattern: TSESTree.Node, place: Place): ExportFact[] {
  switch (pattern.type) {
    case T.Identifier:
      return [{ exported: pattern.name, declaration: place.index.byNode.get(pattern) ?? -1 }];
    case T.ObjectPattern:
      return pattern.properties.flatMap((property) => boundNames(property.type === T.Property ? property.value : property.argument, place));
    case T.ArrayPattern:
      return pattern.elements.flatMap((element) => (element ? boundNames(element, place) : []));
    case T.AssignmentPattern:
      return boundNames(pattern.left, place);
    default:
      return [];
  }
}

function specifiers(node: TSESTree.ExportNamedDeclaration, place: Place): ExportFact[] {
  return node.specifiers.map((specifier) => {
    const exported = moduleName(specifier.exported);
    const local = moduleName(specifier.local);
    if (node.source) return { exported, declaration: -1, source: node.source.value, imported: local };
    return { exported, declaration: lookUp(place.scope, local) };
  });
}

function defaultExport(value: TSESTree.Node, place: Place): ExportFact {
  const declared = 'id' in value && value.id?.type === T.Identifier ? place.index.byNode.get(value.id) : undefined;
  if (declared !== undefined) return { exported: 'default', declaration: declared };
  if (value.type === T.Identifier) return { exported: 'default', declaration: lookUp(place.scope, value.name) };
  return { exported: 'default', declaration: -1, value: place.terms.of(value, place.scope) };
}

/** `module.exports = …`, `module.exports.name = …`, `exports.name = …`. */
function commonJsExports(node: TSESTree.AssignmentExpression, place: Place): ExportFact[] {
  const left = node.left.type === T.MemberExpression ? chain(node.left) : null;
  if (!left) return [];
  const path = left[0] === 'module' && left[1] === 'exports' ? left.slice(2) : left[0] === 'exports' ? left.slice(1) : null;
  if (!path || path.length > 1) return [];
  const [exported = 'default'] = path;
  if (node.right.type === T.Identifier) return [{ exported, declaration: lookUp(place.scope, node.right.name) }];
  const declared = node.left.type === T.MemberExpression ? place.index.byNode.get(node.left.property) : undefined;
  if (declared !== undefined) return [{ exported, declaration: declared }];
  const own: ExportFact = { exported, declaration: -1, value: place.terms.of(node.right, place.scope) };
  if (node.right.type !== T.ObjectExpression || exported !== 'default') return [own];
  return [own, ...node.right.properties.flatMap((property) => objectExport(property, place))];
}

function objectExport(property: TSESTree.ObjectLiteralElement, place: Place): ExportFact[] {
  if (property.type !== T.Property) return [];
  const exported = staticName(property.key, property.computed);
  if (exported === null) return [];
  if (property.value.type === T.Identifier) return [{ exported, declaration: lookUp(place.scope, property.value.name) }];
  const isFunctionValue = isFunction(property.value);
  return [
    {
      exported,
      declaration: isFunctionValue ? (place.index.byNode.get(property.value) ?? -1) : -1,
      value: place.terms.of(property.value, place.scope),
    },
  ];
}

function chain(node: TSESTree.MemberExpression): string[] | null {
  const name = staticName(node.property, node.computed);
  if (name === null) return null;
  if (node.object.type === T.Identifier) return [node.object.name, name];
  const inner = node.object.type === T.MemberExpression ? chain(node.object) : null;
  return inner ? [...inner, name] : null;
}

function moduleName(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === T.Identifier ? node.name : node.value;
}
