/** What an attribute of a template language does with the code in its value. */
export type Directive = 'if' | 'else-if' | 'else' | 'show' | 'for' | 'parameters' | 'handler' | 'value' | 'angular-if' | 'angular-for';

/** Attributes whose value is code in Vue, Alpine and Angular templates, and the event attributes of HTML; the first that fits counts. */
const directives: readonly (readonly [RegExp, Directive])[] = [
  [/^[vx]-if$/, 'if'],
  [/^v-else-if$/, 'else-if'],
  [/^v-else$/, 'else'],
  [/^[vx]-show$/, 'show'],
  [/^[vx]-for$/, 'for'],
  [/^(?:v-slot\b|#|slot-scope$)/, 'parameters'],
  [/^(?:@|[vx]-on:|\((?!\())/, 'handler'],
  [/^on[a-z]+$/, 'handler'],
  [/^\*ngIf$/i, 'angular-if'],
  [/^\*ngFor$/i, 'angular-for'],
  [/^(?::|\.|v-|x-(?!transition|ref|cloak)|\[)/, 'value'],
];

export function directiveOf(attribute: string): Directive | null {
  return directives.find(([pattern]) => pattern.test(attribute))?.[1] ?? null;
}
