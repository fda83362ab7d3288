import type { TSESTree } from '@typescript-eslint/types';
import type { DeclarationKind } from './facts.js';
import { T } from './node-types.js';
import { bare, calleeName, isFunction, staticName } from './syntax.js';

/** A member of the component that an options object describes. */
export interface ComponentMember {
  readonly name: string;
  readonly kind: DeclarationKind;
  readonly key: TSESTree.Node;
  readonly region: TSESTree.Node;
  readonly value: TSESTree.Node | null;
  /** The function, or its body, whose result holds the member (`data`, `setup`); null for members that are written down directly. */
  readonly returnedBy: TSESTree.Node | null;
}

const kindOfOption: Readonly<Record<string, DeclarationKind>> = {
  computed: 'getter',
  methods: 'method',
  props: 'property',
  data: 'property',
  setup: 'property',
  asyncData: 'property',
};

/** The options object of a Vue component that a file exports: bare, or in `defineComponent({ … })` or `Vue.extend({ … })`. */
export function componentOptions(exported: TSESTree.Node): TSESTree.ObjectExpression | null {
  const value = bare(exported);
  if (value.type === T.CallExpression && /^(?:defineComponent|extend)$/.test(calleeName(value))) {
    const [options] = value.arguments;
    return options ? componentOptions(options) : null;
  }
  if (value.type !== T.ObjectExpression) return null;
  return value.properties.some((property) => isTelling(optionOf(property))) ? value : null;
}

/** What scripts reach through `this` and templates by name alone. */
export function componentMembers(options: TSESTree.ObjectExpression): readonly ComponentMember[] {
  return options.properties.flatMap((property) => {
    const option = optionOf(property);
    if (!option) return [];
    const { kind, value } = option;
    if (!isFunction(value)) return membersOf(value, kind, null);
    const body = value.body ? bare(value.body) : null;
    const holder = body && returnedObject(body);
    return holder ? membersOf(holder, kind, body.type === T.BlockStatement ? body : value) : [];
  });
}

interface Option {
  readonly name: string;
  readonly kind: DeclarationKind;
  readonly value: TSESTree.Node;
}

/** Options whose members are the component's; `data` is always a function there, so that settings of that name are none. */
function optionOf(property: TSESTree.ObjectLiteralElement): Option | null {
  if (property.type !== T.Property) return null;
  const name = staticName(property.key, property.computed) ?? '';
  const kind = Object.hasOwn(kindOfOption, name) ? kindOfOption[name] : undefined;
  const value = bare(property.value);
  const isReturned = name === 'data' || name === 'setup' || name === 'asyncData';
  return kind !== undefined && isFunction(value) === isReturned ? { name, kind, value } : null;
}

/** Whether an option is enough to tell a component from another object; many things have `props`. */
function isTelling(option: Option | null): boolean {
  return option !== null && option.name !== 'props' && option.value.type !== T.Identifier;
}

function membersOf(holder: TSESTree.Node, kind: DeclarationKind, returnedBy: TSESTree.Node | null): ComponentMember[] {
  if (holder.type === T.ArrayExpression) return holder.elements.flatMap((element) => listedProp(element));
  if (holder.type !== T.ObjectExpression) return [];
  return holder.properties.flatMap((property) => {
    const name = property.type === T.Property ? staticName(property.key, property.computed) : null;
    if (property.type !== T.Property || name === null) return [];
    const { key } = property;
    // A prop's entry says what it may be, not what it is.
    const value = kind === 'property' && returnedBy === null ? null : computedValue(property.value);
    return [{ name, kind, key, region: property, value, returnedBy }];
  });
}

/** `props: ['tenant']` */
function listedProp(element: TSESTree.Node | null): ComponentMember[] {
  const name = element?.type === T.Literal ? staticName(element, true) : null;
  if (!element || name === null) return [];
  return [{ name, kind: 'property', key: element, region: element, value: null, returnedBy: null }];
}

/** The function that computes a value, also where it stands beside a setter: `{ get() { … }, set(value) { … } }`. */
function computedValue(value: TSESTree.Node): TSESTree.Node {
  if (value.type !== T.ObjectExpression) return value;
  const getter = value.properties.find((property) => property.type === T.Property && staticName(property.key, property.computed) === 'get');
  return getter?.type === T.Property && isFunction(getter.value) ? getter.value : value;
}

function returnedObject(body: TSESTree.Node): TSESTree.Node | null {
  if (body.type !== T.BlockStatement) return body;
  const last = body.body.findLast((statement) => statement.type === T.ReturnStatement);
  return last?.argument ? bare(last.argument) : null;
}
