import { flagSdkTable } from './flag-sdks.js';

export type SdkForm = 'method' | 'function' | 'component';

/** One way to the key within a call's arguments: `0.flags[].flagKey` is argument 0, steps `flags`, `[]`, `flagKey`. */
export interface ArgumentPlace {
  readonly argument: number;
  /** Property names; `[]` stands for every element, `{}` for every property name. */
  readonly steps: readonly string[];
}

/** Where a call takes the flag's key, or what else it gives. */
export type KeyPlace =
  | { readonly gives: 'flag'; readonly places: readonly ArgumentPlace[] }
  | { readonly gives: 'flag'; readonly attributes: readonly string[] }
  | { readonly gives: 'evaluator'; readonly places: readonly ArgumentPlace[] }
  | { readonly gives: 'bag' }
  | { readonly gives: 'client' }
  /** Elements that it makes, or that stand in it, have all flags as their attribute `flags`. */
  | { readonly gives: 'props' };

/** A call of a feature-flag SDK. */
export interface SdkCall {
  readonly provider: string;
  readonly packages: readonly string[];
  readonly form: SdkForm;
  readonly name: string;
  /** Whether nothing but a flag SDK uses this name. */
  readonly isUnmistakable: boolean;
  readonly key: KeyPlace;
  /** Member of the result that holds the flag's value, or null when the result is the value. */
  readonly value: string | null;
}

const noCalls: readonly SdkCall[] = [];

/** All SDK calls by name, as written in the table of flag-sdks.ts. */
export class SdkIndex {
  private readonly byName = new Map<string, SdkCall[]>();
  private readonly packages = new Map<string, string>();

  constructor(table: string = flagSdkTable) {
    for (const call of parseTable(table)) {
      const named = this.byName.get(call.name);
      if (named) named.push(call);
      else this.byName.set(call.name, [call]);
      for (const name of call.packages) this.packages.set(name, call.provider);
    }
  }

  named(name: string): readonly SdkCall[] {
    return this.byName.get(name) ?? noCalls;
  }

  names(): Iterable<string> {
    return this.byName.keys();
  }

  /** The provider that publishes a module (`posthog-js/react`), or null. */
  providerOf(source: string): string | null {
    for (let name = source; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
      const provider = this.packages.get(name);
      if (provider !== undefined) return provider;
    }
    return null;
  }
}

/** Whether a module specifier is the package or one of its sub-paths. */
export function isFromPackage(source: string, call: SdkCall): boolean {
  return call.packages.some((name) => source === name || source.startsWith(`${name}/`));
}

function parseTable(table: string): SdkCall[] {
  const blocks = table
    .trim()
    .split(/\n(?=\S)/)
    .map((block) => block.split('\n'));
  return blocks.flatMap(([provider = '', ...lines]) => {
    const list = (word: string) => lines.flatMap((line) => (line.startsWith(`  ${word} `) ? line.slice(word.length + 3).split(' ') : []));
    const packages = list('package');
    return (['method', 'function', 'component'] as const).flatMap((form) =>
      list(form).map((text) => parseCall(text, provider, packages, form)),
    );
  });
}

function parseCall(text: string, provider: string, packages: readonly string[], form: SdkForm): SdkCall {
  const [, name = '', mark = '', key = '', value] = /^(\w+)(!?):([^>]+)(?:>(.+))?$/.exec(text) ?? [];
  return { provider, packages, form, name, isUnmistakable: mark === '!', key: parseKey(key, form), value: value ?? null };
}

function parseKey(key: string, form: SdkForm): KeyPlace {
  if (key === 'all') return { gives: 'bag' };
  if (key === 'client' || key === 'props') return { gives: key };
  if (key.startsWith('declare')) return { gives: 'evaluator', places: [parsePlace(key.replace('declare', '0'))] };
  if (form === 'component') return { gives: 'flag', attributes: key.split('|') };
  return { gives: 'flag', places: key.split('|').map(parsePlace) };
}

function parsePlace(text: string): ArgumentPlace {
  const [argument = '0', ...steps] = text.split(/\.|(?=\[\]|\{\})/);
  return { argument: Number(argument), steps };
}
