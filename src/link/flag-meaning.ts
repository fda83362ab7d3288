import type { Span, Term } from '../facts/facts.js';
import type { Confidence } from '../model/finding.js';

/** Why something is taken for a flag, and whose flag it is. */
export interface FlagSource {
  /** Vendor of the SDK, `environment`, `home-made`, or `configured`. */
  readonly provider: string;
  readonly confidence: Confidence;
  /** Complete sentences for people, strongest reason first. */
  readonly evidence: readonly string[];
  /** True where the evidence is so thin that a flag counts only where its truth decides something. */
  readonly isDoubtful?: boolean;
}

/** The key that an evaluation asks for. */
export interface FlagKey extends Span {
  /** Null when it is computed at run time. */
  readonly text: string | null;
  /** The expression that gives the key; null when it is a name or attribute. */
  readonly term: Term | null;
}

/** The value of one flag, or of several at once. */
export interface FlagValue extends FlagSource {
  readonly is: 'flag';
  readonly keys: readonly FlagKey[];
}

/** An object with all flags by name. */
export interface FlagBag extends FlagSource {
  readonly is: 'bag';
}

/** What an expression means to flags. An `evaluator` gives its flag when it is called. */
export type FlagMeaning =
  | FlagValue
  | FlagBag
  | (FlagSource & { readonly is: 'client' })
  | (FlagSource & { readonly is: 'evaluator'; readonly keys: readonly FlagKey[] });

/** The key of a wrapper's flag when its caller gives it: argument `position`, or a property of it. */
export interface WrapperParameter {
  readonly position: number;
  readonly member: string | null;
}

/** A function that gives a flag's value: `isNewCheckoutOn()`, `useFlag(key)`. */
export interface FlagWrapper extends FlagSource {
  /** The constant key, or the parameter that is the key. */
  readonly key: string | WrapperParameter;
}
