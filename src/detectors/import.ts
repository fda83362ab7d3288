import type { Facts, ImportFact } from '../facts/facts.js';
import type { KnownCustomer } from '../link/customers.js';
import { customerFolders } from '../link/vocabulary.js';
import type { Workspace } from '../link/workspace.js';
import type { Confidence } from '../model/finding.js';
import { weakest, type Draft } from './draft.js';

interface Named {
  readonly customer: KnownCustomer;
  readonly confidence: Confidence;
  readonly segment: string;
}

/** Imports, requires and lazy loads of a customer's own module or asset: one finding per statement. */
export function detectImports(workspace: Workspace, path: string, facts: Facts): Draft[] {
  const drafts = new Map<number, Draft>();
  for (const fact of facts.imports) {
    if (drafts.has(fact.start)) continue;
    const named = isOwnCode(workspace, path, fact) ? namedIn(workspace, fact.source) : null;
    if (named) drafts.set(fact.start, draftOf(workspace, path, fact, named));
  }
  return [...drafts.values()];
}

/** Code of this workspace, or an asset in it; packages from outside are called what their makers call them. */
function isOwnCode(workspace: Workspace, path: string, fact: ImportFact): boolean {
  if (/^(\.|\/|~|@\/|#|src\/|app\/|public\/)/.test(fact.source)) return true;
  if (workspace.modules.resolve(path, fact.source) !== null) return true;
  return /\.(svg|png|jpe?g|webp|gif|css|scss|less|json|ico|mp4|woff2?)$/.test(fact.source);
}

/**
 * The customer that a segment of a specifier names: a folder or file of its own, or a word of the file's name. The scope of a package, or
 * an alias that is written like one, says whose product this is.
 */
function namedIn(workspace: Workspace, source: string): Named | null {
  const segments = source
    .replace(/^@[^/]+\//, '')
    .split('/')
    .filter((segment) => segment !== '.' && segment !== '..');
  for (const [position, segment] of segments.entries()) {
    const bare = segment.replace(/\.(?:[cm]?[jt]sx?|json|svg|png|css|scss)$/, '');
    const whole = workspace.customers.recognizeText(bare);
    if (whole) {
      const isPlace = customerFolders.has(segments[position - 1]?.toLowerCase() ?? '');
      if (isProductItself(whole.customer) && !isPlace) continue;
      return { customer: whole.customer, confidence: isPlace || whole.customer.source === 'configured' ? 'high' : 'medium', segment };
    }
    const [mentioned] = workspace.customers.tellingIn(bare);
    if (mentioned) return { customer: mentioned, confidence: mentioned.source === 'configured' ? 'high' : 'medium', segment };
  }
  return null;
}

function isProductItself({ source, standing }: KnownCustomer): boolean {
  return source === 'inferred' && standing === 'first-party';
}

function draftOf(workspace: Workspace, path: string, fact: ImportFact, { customer, confidence, segment }: Named): Draft {
  const verb = fact.form === 'reexport' ? 'Re-exports' : fact.form === 'import' ? 'Imports' : 'Loads';
  const reason = `${verb} ${fact.source}; “${segment}” names ${customer.name}.`;
  const target = workspace.modules.resolve(path, fact.source);
  return {
    kind: 'import',
    span: fact,
    region: null,
    customers: [customer.id],
    confidence: weakest(confidence, customer.confidence),
    evidence: [reason, ...customer.evidence.slice(0, 2)],
    text: `${fact.form === 'import' ? 'import' : fact.form === 'reexport' ? 'export from' : fact.form} '${fact.source}'`,
    within: fact.source,
    chain: (trace) => [
      trace.step('import', path, fact, { text: fact.source, for: [reason] }),
      ...(target === null ? [] : [trace.step('folder', target, { start: 0, end: 0 }, { text: target })]),
    ],
  };
}
