import type { Span } from '../../facts/facts.js';
import type { Scalar } from './document.js';

/** One flag as one file defines it. */
export interface FlagDefinition extends Span {
  /** The key as code asks for it. `start`/`end` cover where it is written. */
  readonly key: string;
  /** As findings report it: `openfeature`, `unleash`, `environment`, `home-made` … */
  readonly provider: string;
  readonly path: string;
  /** What the flag is in each environment that the file tells of; empty where the value is decided elsewhere. */
  readonly environments: readonly FlagEnvironment[];
  readonly owner: string | null;
  /** As written: a date, or the version in which the flag came. */
  readonly created: string | null;
  /** ISO date after which the flag should be gone. */
  readonly expires: string | null;
  /** A kill switch, permission or other flag that is meant to stay. */
  readonly isPermanent: boolean;
}

export interface FlagEnvironment {
  /** Null where the file makes no difference between environments. */
  readonly name: string | null;
  /** What those get whom no rule means; undefined when the file doesn't say. */
  readonly value: Scalar | undefined;
  /** In the order in which they apply. */
  readonly rules: readonly FlagRule[];
}

/** Who gets another value. */
export interface FlagRule {
  readonly who: Audience;
  /** Undefined when it is computed. */
  readonly value: Scalar | undefined;
  /** Share of the audience, from 0 to 100. */
  readonly percent: number;
}

export type Audience =
  | { readonly is: 'everybody' }
  /** Those whose attribute has one of the values; inverted, all others. */
  | {
      readonly is: 'attribute';
      readonly attribute: string;
      readonly values: readonly TargetValue[];
      readonly isInverted: boolean;
    }
  | { readonly is: 'segment'; readonly name: string; readonly isInverted: boolean }
  /** Somebody, by a rule that is not read. */
  | { readonly is: 'other' };

export interface TargetValue extends Span {
  readonly text: string;
}

/** What a format's reader is given besides the file itself. */
export interface OtherDocuments {
  /** Paths of all data files in the folder of a file, itself included. */
  beside(path: string): readonly string[];
}
