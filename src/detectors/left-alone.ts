import type { CallFact, ConditionFact, DeclarationFact, DirectiveFact, ImportFact, Span, TableEntry } from '../facts/facts.js';
import type { Constant } from '../link/constant.js';
import { isPlausibleName, lineOf, nameOfConstant } from '../link/naming.js';
import type { Test } from '../link/tests.js';
import { normalize } from '../link/words.js';
import { tracedWorkspace, type Workspace } from '../link/workspace.js';
import type { Step } from '../model/explanation.js';
import { judge } from './judge.js';
import { detectDrafts } from './registry.js';
import { subjectReasons } from './test-chain.js';
import { Trace, type SourceReader } from './trace.js';

/** Things on one line that are told. */
const told = 8;

/** What stands on a line (1-based) without being a finding, and why each was left alone; in the order of the text. */
export function leftAlone(workspace: Workspace, path: string, line: number, source: SourceReader): readonly Step[] {
  const facts = workspace.files.get(path);
  if (!facts) return [];
  const isHere = ({ start }: Span): boolean => lineOf(facts, start) === line - 1;
  const reader = new LineReader(new Trace(tracedWorkspace(workspace), source), path);
  const { ignored } = detectDrafts(workspace, path);
  const kept = [...ignored].flatMap(([draft, directive]) => (isHere(draft.span) ? reader.directive(directive) : []));
  if (kept.length > 0) return kept;
  const asked = facts.conditions.flatMap((condition) => reader.condition(condition, isHere));
  const others = [
    ...facts.tables.flatMap(({ entries }) => entries.filter(isHere).flatMap((entry) => reader.key(entry))),
    ...facts.imports.filter(isHere).map((fact) => reader.import(fact)),
    ...facts.declarations.filter(isHere).flatMap((declaration) => reader.declaration(declaration)),
  ];
  const found = asked.length > 0 ? asked : others;
  return (found.length > 0 ? found : facts.calls.filter(isHere).flatMap((call) => reader.call(call))).slice(0, told);
}

class LineReader {
  readonly #trace: Trace;
  readonly #path: string;

  constructor(trace: Trace, path: string) {
    this.#trace = trace;
    this.#path = path;
  }

  /** Each test of a condition that stands here; the condition itself where nothing in it asks anything. */
  condition(condition: ConditionFact, isHere: (span: Span) => boolean): readonly Step[] {
    const tests = this.#trace.workspace.tests.of(this.#path, condition.test);
    if (tests.length === 0) {
      const against = ['Nothing in it is compared with a constant.'];
      return isHere(condition) ? [this.#trace.step('condition', this.#path, condition, { text: condition.text, against })] : [];
    }
    return tests.filter(({ span }) => isHere(span)).map((test) => this.#test(condition, test));
  }

  directive(directive: DirectiveFact): Step {
    const text = `${directive.word} ${directive.rest}`.trim();
    return this.#trace.step('directive', this.#path, directive, { text, against: ['It keeps back the one-off of this line.'] });
  }

  key(entry: TableEntry): readonly Step[] {
    if (entry.key === null) return [];
    const against = this.#unknown({ value: entry.key, names: [], path: this.#path, span: entry });
    return [this.#trace.step('key', this.#path, entry, { text: entry.key, against })];
  }

  import(fact: ImportFact): Step {
    const against = [`No part of “${fact.source}” is the name of a customer.`];
    return this.#trace.step('import', this.#path, fact, { text: fact.source, against });
  }

  declaration(declaration: DeclarationFact): readonly Step[] {
    const { name, kind, value } = declaration;
    if (kind === 'import' || kind === 'parameter' || kind === 'type' || kind === 'property') return [];
    const written = value?.is === 'literal' && value.value !== null && typeof value.value !== 'boolean' ? value.value : null;
    const constant = written === null ? null : { value: written, names: [name], path: this.#path, span: declaration };
    const against = [`The name ${name} mentions no customer.`, ...(constant ? this.#unknown(constant) : [])];
    return [this.#trace.step('definition', this.#path, declaration, { text: name, against })];
  }

  call(call: CallFact): readonly Step[] {
    const against = ['It is no evaluation of a flag that One-Off knows; "flagFunctions" in the configuration names your own functions.'];
    return [this.#trace.step('call', this.#path, call, { text: call.text, against })];
  }

  #test(condition: ConditionFact, test: Test): Step {
    const { workspace } = this.#trace;
    const reasons = subjectReasons(this.#trace, { test });
    const verdict = judge(workspace, test);
    const against = verdict
      ? ['It names a customer, but it decides nothing by itself: it is part of a definition, or the value is only handed on.']
      : test.constants.slice(0, 3).flatMap((constant) => this.#unknown(constant));
    return this.#trace.step('condition', this.#path, test.span, {
      text: condition.text,
      for: reasons.for,
      against: [...against, ...reasons.against],
    });
  }

  /** Why a constant is not taken for a customer. */
  #unknown(constant: Constant): readonly string[] {
    const { config, customers, files } = this.#trace.workspace;
    const written = constant.value === null ? constant.names.join('.') : String(constant.value);
    const naming = nameOfConstant(constant, files.get(constant.path));
    if (customers.recognize(constant)) return [];
    if (config.notCustomers.map(normalize).includes(normalize(naming?.name ?? written)))
      return [`“${written}” stands in "notCustomers" of the configuration.`];
    if (!naming || !isPlausibleName(naming.name)) return [`“${written}” is no name: it stands for no party in particular.`];
    return [`“${written}” is no customer: none of that name is configured, and too little speaks for it.`];
  }
}
