import type { TSESTree } from '@typescript-eslint/types';
import { T } from './node-types.js';
import { accessOf, callOf, elementOf } from './calls.js';
import { conditionOf, switchConditions, testOf } from './conditions.js';
import { collectDeclarations, type DeclarationIndex } from './declarations.js';
import { collectDirectives } from './directives.js';
import type { Scope } from './scope.js';
import type { AccessFact, CallFact, ConditionFact, DeclarationFact, ExportFact, Facts, ImportFact, Span } from './facts.js';
import { exportsOf, importsOf } from './modules.js';
import { matchCondition } from './match-chains.js';
import { collectMentions } from './mentions.js';
import { collectNotes } from './notes.js';
import { spanOf, type ParserName } from './parse.js';
import type { Place } from './place.js';
import { collectDocument } from './data/collect-document.js';
import { isDecision } from './complexity.js';
import { noFacts } from './no-facts.js';
import { dataComments } from './data/data-comments.js';
import { dataLanguage, type DataLanguage } from './data/data-language.js';
import { markupLanguage } from './markup/markup-language.js';
import { parseMarkup } from './markup/parse-markup.js';
import { parseTolerantly } from './recover.js';
import { withoutIdleValues } from './prune.js';
import { bare, isFunction } from './syntax.js';
import { isTable, TableCollector } from './tables.js';
import { termSize, TermBuilder } from './terms.js';
import { forEachChild } from './walk.js';

/** Changes whenever facts of the same text would come out differently, so that caches of older facts are left unread. */
export const factsVersion = 13;

/**
 * The facts of one source text. `path` only tells the language by its extension; the parser must have been loaded.
 * Never throws for bad source: what could not be read is in `damage`. Linear in the size of the text.
 */
export function collectFacts(text: string, path: string, parser: ParserName): Facts {
  const data = dataLanguage(path);
  const lineStarts = lineStartsOf(text);
  const empty = { ...noFacts, lineStarts, ...(data && { isData: true as const }) };
  try {
    return { ...empty, ...(data ? collectData(text, data, lineStarts) : collectSource(text, path, parser)) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const whole = { line: 1, from: 1, to: lineStarts.length, message: 'nested too deeply to be read' };
    return { ...empty, damage: [whole] };
  }
}

function collectData(text: string, language: DataLanguage, lineStarts: readonly number[]): Pick<Facts, 'damage'> & Partial<Facts> {
  const comments = dataComments(text, language);
  const directives = text.includes('oneoff') ? collectDirectives(text, comments, null) : [];
  return { ...collectDocument(text, language, lineStarts), mentions: collectMentions(comments, text), directives };
}

function collectSource(text: string, path: string, parser: ParserName): Pick<Facts, 'damage'> & Partial<Facts> {
  const language = markupLanguage(path);
  const { parsed, damage } = language ? parseMarkup(text, language, parser) : parseTolerantly(text, path, parser);
  if (!parsed) return { damage };
  const { program, comments } = parsed;
  const collected = new FactCollector(text, program).collect();
  const spoken = {
    notes: collectNotes(text, comments),
    mentions: collectMentions(comments, text),
    directives: collectDirectives(text, comments, program),
  };
  return { ...collected, ...spoken, damage };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
  return starts;
}

/** One walk over the tree that asks each collector about each node. */
class FactCollector {
  private readonly source: string;
  private readonly program: TSESTree.Program;
  private readonly index: DeclarationIndex;
  private readonly tables = new TableCollector();
  private readonly terms: TermBuilder;
  private readonly ancestors: TSESTree.Node[] = [];
  private readonly imports: ImportFact[] = [];
  private readonly exports: ExportFact[] = [];
  private readonly conditions: ConditionFact[] = [];
  private readonly calls: CallFact[] = [];
  private readonly accesses: AccessFact[] = [];
  private complexity = 0;

  constructor(source: string, program: TSESTree.Program) {
    this.source = source;
    this.program = program;
    this.index = collectDeclarations(program);
    this.terms = new TermBuilder(this.index, this.tables.numberOf);
  }

  collect(): Omit<Facts, 'lineStarts' | 'notes' | 'mentions' | 'directives' | 'damage'> {
    const scope = this.index.scopes.get(this.program);
    if (scope) this.children(this.program, scope, null);
    const declarations = this.index.pending.map(({ fact, initializer, scope: readIn }): DeclarationFact => {
      if (!initializer) return fact;
      const size = isFunction(bare(initializer)) ? termSize.function : termSize.value;
      return { ...fact, value: this.terms.of(initializer, readIn, size) };
    });
    const { complexity, imports, exports, conditions, calls, accesses } = this;
    const tables = this.tables.build(this.terms, this.index);
    const kept = withoutIdleValues({ exports, declarations, conditions, tables, calls, accesses });
    return { complexity, imports, exports, declarations: kept, conditions, tables, calls, accesses };
  }

  private visit(node: TSESTree.Node, outer: Scope, tested: Span | null): void {
    const scope = this.index.scopes.get(node) ?? outer;
    const place: Place = { source: this.source, terms: this.terms, index: this.index, scope, ancestors: this.ancestors, tested };
    if (isDecision(node)) this.complexity++;
    this.imports.push(...importsOf(node, place));
    this.exports.push(...exportsOf(node, place));
    if (isTable(node)) this.tables.meet(node, scope, this.ancestors);
    this.callsAndAccesses(node, place);
    if (node.type === T.CallExpression) this.keep(this.conditions, matchCondition(node, place));
    if (node.type === T.SwitchStatement) this.conditions.push(...switchConditions(node, place));
    const test = tested === null ? testOf(node, place) : null;
    const condition = test && conditionOf(test, place);
    if (condition) this.conditions.push(condition);
    const inside = isFunction(node) || node.type === T.ClassBody ? null : tested;
    if (!test) this.children(node, scope, inside);
    else if (test.node === node) this.operands(node, scope, test.region);
    else this.children(node, scope, null, test.node, test.region ?? spanOf(node));
  }

  /** Children, of which `testNode` is walked as part of a test that decides `region`. */
  private children(node: TSESTree.Node, scope: Scope, tested: Span | null, testNode?: TSESTree.Node, region: Span | null = null): void {
    this.ancestors.push(node);
    forEachChild(node, (child) => {
      this.visit(child, scope, child === testNode ? region : tested);
    });
    this.ancestors.pop();
  }

  /** A logical expression tests its left side for its right side; any other value-form test asks with all of its operands. */
  private operands(node: TSESTree.Node, scope: Scope, region: Span | null): void {
    if (node.type === T.LogicalExpression) this.children(node, scope, null, node.left, region);
    else if (node.type === T.AssignmentExpression) this.children(node, scope, null);
    else this.children(node, scope, node.type === T.CallExpression ? null : spanOf(node));
  }

  private callsAndAccesses(node: TSESTree.Node, place: Place): void {
    if (node.type === T.CallExpression || node.type === T.NewExpression || node.type === T.ImportExpression)
      this.keep(this.calls, callOf(node, place));
    if (node.type === T.JSXOpeningElement) this.keep(this.calls, elementOf(node, place, this.tables));
    if (node.type === T.MemberExpression && this.isWholeChain(node)) this.keep(this.accesses, accessOf(node, place));
  }

  private keep<F>(list: F[], fact: F | null): void {
    if (fact) list.push(fact);
  }

  /** Whether a member chain ends here and is read as a value: not the callee of a call, nor the object of a longer chain. */
  private isWholeChain(node: TSESTree.MemberExpression): boolean {
    const parent = this.ancestors.findLast((ancestor) => bare(ancestor) === ancestor || ancestor === node);
    if (!parent) return true;
    if (parent.type === T.MemberExpression) return parent.property === node && parent.computed;
    if (parent.type === T.CallExpression || parent.type === T.NewExpression) return bare(parent.callee) !== node;
    if (parent.type === T.AssignmentExpression) return bare(parent.left) !== node;
    return !(parent.type === T.UnaryExpression && parent.operator === 'delete');
  }
}
