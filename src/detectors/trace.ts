import type { Facts, Span, Term } from '../facts/facts.js';
import type { Workspace } from '../link/workspace.js';
import type { Step, StepKind } from '../model/explanation.js';
import { rangeOf } from './draft.js';

/** The source between two offsets of a file, or null where the file is not as it was when it was scanned. */
export type SourceReader = (path: string, span: Span) => string | null;

/** As long as the texts of findings. */
const textLimit = 120;

interface StepDetails extends Partial<Pick<Step, 'note' | 'for' | 'against'>> {
  /** Stands for the source where that can't be had. */
  readonly text?: string;
  /** What a name stands for; it is written after the name. */
  readonly value?: Term | undefined;
}

/** Writes the steps of a chain: a traced workspace and the source that its facts were made of. */
export class Trace {
  readonly workspace: Workspace;
  private readonly source: SourceReader;

  constructor(workspace: Workspace, source: SourceReader) {
    this.workspace = workspace;
    this.source = source;
  }

  /** A step at a place. */
  step(what: StepKind, path: string, span: Span, { text = '', value, note = '', ...reasons }: StepDetails = {}): Step {
    const facts = this.workspace.files.get(path);
    const written = this.text(path, span) || text;
    const held = value && value.is !== 'other' ? this.text(path, value) || literalText(value) : '';
    return {
      what,
      text: cut(held === '' ? written : `${written}${what === 'key' ? ':' : ' ='} ${held}`),
      place: facts ? { path, range: rangeOf(facts, span) } : null,
      note,
      for: reasons.for ?? [],
      against: reasons.against ?? [],
    };
  }

  /** The source of a span on one line, cut at 120 characters; empty where it can't be had. */
  text(path: string, span: Span): string {
    return cut((this.source(path, span) ?? '').replace(/\s+/g, ' ').trim());
  }

  facts(path: string): Facts | undefined {
    return this.workspace.files.get(path);
  }
}

function literalText(term: Term): string {
  return term.is === 'literal' ? String(term.value) : '';
}

function cut(text: string): string {
  return text.length > textLimit ? `${text.slice(0, textLimit - 1)}…` : text;
}
