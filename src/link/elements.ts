import type { Term } from '../facts/facts.js';
import type { Constant } from './constant.js';
import { isPlaceholder } from './naming.js';
import { isWrapping, type Located, type Symbols } from './symbols.js';

/** Longer lists are data, not code. */
const elementLimit = 200;

/** Reads constants and lists of constants. */
export class Elements {
  private readonly symbols: Symbols;

  constructor(symbols: Symbols) {
    this.symbols = symbols;
  }

  /** The constants that one compared side can be; empty when it is no constant. */
  constants(path: string, term: Term): readonly Constant[] {
    if (term.is === 'choice') return [term.then, term.otherwise].flatMap((arm) => this.constants(path, arm));
    if (term.is === 'literal') {
      return typeof term.value === 'string' || typeof term.value === 'number' ? [{ value: term.value, names: [], path, span: term }] : [];
    }
    const [converted] = term.is === 'call' && isConversion(term) ? term.arguments : [];
    if (converted) return this.constants(path, converted);
    const names = namesOf(term);
    if (isPlaceholder(names)) return [];
    const values = this.symbols.literals(path, term);
    if (values.length > 0 && term.is !== 'other') return values.map((value) => ({ value, names, path, span: term }));
    return term.is === 'reference' && this.isConstantName(path, term) && !this.isCollection(path, term)
      ? [{ value: null, names, path, span: term }]
      : [];
  }

  /** The constants in a list, Set, Map, enum or table, or in a union type; empty when it is not constant. */
  of(path: string, term: Term, hops = 8): readonly Constant[] {
    const listed = () => this.symbols.values({ path, term }).flatMap((value) => this.ofValue(value, hops));
    return hops <= 0 ? [] : this.symbols.effort.spend([], listed).slice(0, elementLimit);
  }

  private ofValue(value: Located, hops: number): readonly Constant[] {
    const { path, term } = value;
    switch (term.is) {
      case 'list':
        return term.items.flatMap((item) => {
          const own = this.constants(path, item);
          return own.length > 0 || item.is === 'literal' || this.isTable(path, item) ? own : this.of(path, item, hops - 1);
        });
      case 'table':
        return this.keys(value);
      case 'call':
        return this.ofCall(path, term, hops);
      default:
        return [];
    }
  }

  /** A record of the list, written there or elsewhere: its keys are fields. */
  private isTable(path: string, item: Term): boolean {
    return item.is === 'table' || this.symbols.values({ path, term: item }).some(({ term }) => term.is === 'table');
  }

  private ofCall(path: string, term: Extract<Term, { is: 'call' }>, hops: number): readonly Constant[] {
    const [first] = term.arguments;
    const { callee } = term;
    if (callee.is !== 'reference')
      return callee.is === 'member' && isListMethod(callee.path.at(-1)) ? this.of(path, callee.of, hops - 1) : [];
    const name = callee.path.at(-1) ?? callee.name;
    if (first && callee.name === 'Object' && name === 'values') return this.tableValues(path, first, hops);
    if (first && name === 'Map') return this.pairKeys(path, first, hops);
    if (first && (name === 'keys' || name === 'Set' || name === 'from' || isWrapping(term))) return this.of(path, first, hops - 1);
    if (isListMethod(name) && callee.path.length > 0) return this.of(path, { ...callee, path: callee.path.slice(0, -1) }, hops - 1);
    return this.symbols.returned(path, callee).flatMap((result) => this.of(result.path, result.term, hops - 1));
  }

  /** `new Map([['acme', 60], …])`; a Map of another one, or of entries, has the same keys as that. */
  private pairKeys(path: string, term: Term, hops: number): readonly Constant[] {
    if (term.is !== 'list') return this.of(path, term, hops - 1);
    return term.items.flatMap((pair) => (pair.is === 'list' && pair.items[0] ? this.constants(path, pair.items[0]) : []));
  }

  private tableValues(path: string, term: Term, hops: number): readonly Constant[] {
    return this.symbols.values({ path, term }).flatMap((value) => {
      const entries = this.symbols.table(value.path, value.term)?.entries ?? [];
      return entries.flatMap((entry) => {
        const own = this.constants(value.path, entry.value);
        return own.length > 0 ? own : this.of(value.path, entry.value, hops - 1);
      });
    });
  }

  private keys(value: Located): readonly Constant[] {
    const entries = this.symbols.table(value.path, value.term)?.entries ?? [];
    return entries.flatMap((entry) => {
      if (entry.key !== null) return [{ value: entry.key, names: [], path: value.path, span: entry }];
      return entry.computed ? this.constants(value.path, entry.computed) : [];
    });
  }

  private isCollection(path: string, term: Term): boolean {
    return this.symbols.values({ path, term }).some((value) => value.term.is === 'list' || (value.term.is === 'call' && value.term.isNew));
  }

  /** Names that are constants by their look (`ACME_ID`) or because they lead into a table or enum of the workspace (`brands.acme`). */
  private isConstantName(path: string, term: Extract<Term, { is: 'reference' }>): boolean {
    const last = term.path.at(-1) ?? term.name;
    if (/^[A-Z][A-Z0-9_]+$/.test(last)) return true;
    if (term.path.length !== 1) return false;
    if (this.symbols.exportsOf(path, term).includes(last)) return true;
    const owner = this.symbols.values({ path, term: { ...term, path: [] } });
    return owner.some((value) => this.symbols.table(value.path, value.term)?.entries.some((entry) => entry.key === last));
  }
}

/** `Number(process.env.ACME_ID)` */
function isConversion({ callee, isNew }: Extract<Term, { is: 'call' }>): boolean {
  return !isNew && callee.is === 'reference' && callee.path.length === 0 && /^(String|Number|BigInt|parseInt)$/.test(callee.name);
}

function namesOf(term: Term): readonly string[] {
  return term.is === 'reference' ? [term.name, ...term.path.filter((name) => name !== null)] : [];
}

function isListMethod(name: string | null | undefined): boolean {
  return name !== null && name !== undefined && /^(filter|concat|slice|sort|toSorted|reverse|flat|keys|values|map)$/.test(name);
}
