import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';

// Bound here once: in a bundle, every read of a CommonJS export goes through a getter, and the walk reads these millions of times.

/** Names of syntax nodes in the TS-ESTree dialect. */
export const T = AST_NODE_TYPES;

/** Names of each node type's children, in source order. */
export const childKeys = visitorKeys;
