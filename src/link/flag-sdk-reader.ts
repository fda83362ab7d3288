import type { Facts, Term } from '../facts/facts.js';
import { namesOf, type FlagCall } from './flag-conventions.js';
import type { KeyReader } from './flag-keys.js';
import type { FlagBag, FlagKey, FlagMeaning, FlagSource } from './flag-meaning.js';
import type { FlagOrigins } from './flag-origins.js';
import { isFromPackage, SdkIndex, type KeyPlace, type SdkCall, type SdkForm } from './flag-sdk-index.js';

/** Recognises calls of feature-flag SDKs by where their functions and clients are imported from. */
export class SdkReader {
  private readonly index = new SdkIndex();
  private readonly files: ReadonlyMap<string, Facts>;
  private readonly origins: FlagOrigins;
  private used: ReadonlySet<string> | null = null;

  constructor(files: ReadonlyMap<string, Facts>, origins: FlagOrigins) {
    this.files = files;
    this.origins = origins;
  }

  call(path: string, call: FlagCall, keys: KeyReader): FlagMeaning | null {
    return this.imported(path, call, keys) ?? this.onClient(path, call, keys) ?? this.unmistakable(path, call, keys);
  }

  /** `useFlags()`, `flagsmith.hasFeature('x')`, `<IfFeatureEnabled feature="x">` imported from the package itself. */
  private imported(path: string, call: FlagCall, keys: KeyReader): FlagMeaning | null {
    const { callee } = call;
    const external = callee.is === 'reference' ? this.origins.external(path, callee) : null;
    if (!external) return null;
    const named = external.imported === 'default' || external.imported === '*' ? [] : [external.imported];
    const name = [...named, ...external.rest].at(-1) ?? namesOf(callee).at(-1);
    if (!name) return null;
    const form: SdkForm = call.isElement ? 'component' : external.rest.length > 0 ? 'method' : 'function';
    const known = this.index.named(name).filter((candidate) => isFromPackage(external.source, candidate));
    const found =
      known.find((candidate) => candidate.form === form) ?? known.find((candidate) => (candidate.form === 'component') === call.isElement);
    return found ? meaningOf(found, call, keys, { confidence: 'high', evidence: `\`${name}\` comes from \`${external.source}\`.` }) : null;
  }

  /** A method of a client that the package made, wherever in the workspace that was; also one taken from it: `const { isOn } = client`. */
  private onClient(path: string, call: FlagCall, keys: KeyReader): FlagMeaning | null {
    const method = call.isElement ? null : (this.methodOf(call.callee) ?? this.takenMethod(path, call.callee));
    const known = method ? this.index.named(method.name).filter((candidate) => candidate.form === 'method') : [];
    const source = method && known.length > 0 ? this.origins.source(path, method.receiver) : null;
    const found = source === null ? undefined : known.find((candidate) => isFromPackage(source, candidate));
    if (!found || !method || source === null) return null;
    const owner = namesOf(method.receiver).join('.');
    return meaningOf(found, call, keys, { confidence: 'high', evidence: `\`${owner}\` comes from \`${source}\`.` });
  }

  private methodOf(callee: Term): Method | null {
    const receiver = receiverOf(callee);
    const name = namesOf(callee).at(-1);
    return receiver && name ? { receiver, name } : null;
  }

  private takenMethod(path: string, callee: Term): Method | null {
    const declaration = callee.is === 'reference' ? this.files.get(path)?.declarations[callee.declaration] : undefined;
    const name = declaration?.members?.at(-1);
    return declaration?.value && name !== undefined ? { receiver: declaration.value, name } : null;
  }

  /** A name that nothing but a flag SDK uses; which one is told by the packages that the workspace imports. */
  private unmistakable(path: string, call: FlagCall, keys: KeyReader): FlagMeaning | null {
    const name = namesOf(call.callee).at(-1);
    if (!name) return null;
    const isMethod = receiverOf(call.callee) !== null;
    const known = this.index
      .named(name)
      .filter(
        ({ isUnmistakable, form }) =>
          isUnmistakable && (call.isElement ? form === 'component' : form === (isMethod ? 'method' : 'function')),
      );
    if (known.length === 0) return null;
    const here = this.providersIn(this.files.get(path));
    const used =
      known.find(({ provider }) => here.has(provider) && namesOf(call.callee).some((part) => part?.toLowerCase().includes(provider))) ??
      known.find(({ provider }) => here.has(provider)) ??
      known.find(({ provider }) => this.providersInUse().has(provider));
    const found = used ?? known[0];
    if (!found || this.isOfWorkspace(path, call)) return null;
    const evidence = `\`${name}\` is a name that only feature-flag SDKs use.`;
    const meaning = meaningOf(found, call, keys, { confidence: 'high', evidence });
    if (meaning?.is !== 'flag' || (call.isElement && meaning.keys.every((key) => key.text === null))) return null;
    const isKnown = used !== undefined || new Set(known.map((candidate) => candidate.provider)).size === 1;
    return isKnown ? meaning : { ...meaning, provider: 'home-made' };
  }

  /** Whether a plain function is the workspace's own, so that its name says nothing about a vendor. */
  private isOfWorkspace(path: string, call: FlagCall): boolean {
    const { callee } = call;
    if (callee.is !== 'reference' || callee.path.length > 0) return false;
    const external = this.origins.external(path, callee);
    return external ? /^[./~#]|^@\//.test(external.source) : this.origins.resolve(path, callee) !== null;
  }

  private providersInUse(): ReadonlySet<string> {
    if (this.used) return this.used;
    this.used = new Set([...this.files.values()].flatMap((facts) => [...this.providersIn(facts)]));
    return this.used;
  }

  private providersIn(facts: Facts | undefined): ReadonlySet<string> {
    return new Set((facts?.imports ?? []).flatMap(({ source }) => this.index.providerOf(source) ?? []));
  }

  /** The bag that elements of a file are given as the attribute `flags`, by a higher-order component or consumer that the file imports. */
  flagsOfProps(path: string): FlagBag | null {
    const imports = this.files.get(path)?.imports ?? [];
    for (const { imported, source } of imports) {
      const known = this.index.named(imported ?? '').find((call) => call.key.gives === 'props' && isFromPackage(source, call));
      if (!known) continue;
      const evidence = [`\`${known.name}\` of \`${source}\` gives \`flags\` to the elements of this file.`];
      return { is: 'bag', provider: known.provider, confidence: 'high', evidence };
    }
    return null;
  }
}

interface Method {
  readonly receiver: Term;
  readonly name: string;
}

/** What a method is called on, or null for a plain function. */
function receiverOf(callee: Term): Term | null {
  if (callee.is === 'reference') return callee.path.length > 0 ? { ...callee, path: callee.path.slice(0, -1) } : null;
  if (callee.is !== 'member') return null;
  return callee.path.length > 1 ? { ...callee, path: callee.path.slice(0, -1) } : callee.of;
}

function meaningOf(
  known: SdkCall,
  call: FlagCall,
  keys: KeyReader,
  why: { readonly confidence: FlagSource['confidence']; readonly evidence: string },
): FlagMeaning | null {
  const source: FlagSource = { provider: known.provider, confidence: why.confidence, evidence: [why.evidence] };
  const { key } = known;
  switch (key.gives) {
    case 'props':
      return null;
    case 'bag':
    case 'client':
      return { is: key.gives, ...source };
    case 'evaluator':
      return { is: 'evaluator', ...source, keys: keys.at(key.places, call.arguments) };
    case 'flag': {
      const found = keysOf(key, call, keys);
      return found.length > 0 ? { is: 'flag', ...source, keys: found } : null;
    }
  }
}

/** One key takes the whole call as its place; several keys keep their own. */
function keysOf(key: Extract<KeyPlace, { gives: 'flag' }>, call: FlagCall, keys: KeyReader): readonly FlagKey[] {
  const attribute = 'attributes' in key ? keys.attribute(call.arguments, key.attributes) : null;
  const found = 'places' in key ? keys.at(key.places, call.arguments) : attribute ? [attribute] : [];
  return found.length === 1 ? found.map((only) => ({ ...only, start: call.start, end: call.end })) : found;
}
