import type { KnownCustomer } from '../link/customers.js';
import { tracedWorkspace, type Workspace } from '../link/workspace.js';
import type { Explanation, Step } from '../model/explanation.js';
import type { Finding } from '../model/finding.js';
import { detectDrafts } from './registry.js';
import { Trace, type SourceReader } from './trace.js';

/** Explains those findings of a file that `isAsked` picks, by detecting the file again and writing down the way. Costs as much as detecting it. */
export function explainFile(
  workspace: Workspace,
  path: string,
  source: SourceReader,
  isAsked: (finding: Finding) => boolean,
): readonly Explanation[] {
  const traced = tracedWorkspace(workspace);
  const trace = new Trace(traced, source);
  return detectDrafts(traced, path)
    .made.filter(({ finding }) => isAsked(finding))
    .map(({ finding, draft }) => {
      const customers = finding.customers.flatMap((id) => traced.customers.all.find((customer) => customer.id === id) ?? []);
      return { finding, steps: [...draft.chain(trace), ...customers.map(customerStep)] };
    });
}

function customerStep({ name, source, confidence, evidence }: KnownCustomer): Step {
  const note = source === 'inferred' ? `inferred, ${confidence} confidence` : source;
  return {
    what: 'customer',
    text: name,
    place: null,
    note,
    for: evidence,
    against: [],
  };
}
