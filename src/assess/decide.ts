import type { Option } from '../model/debt.js';
import type { Decision, DecisionEvidence, TeamFacts } from '../model/decision.js';
import type { Customization } from '../model/plan.js';
import { noFacts } from './make-plan.js';
import { retireBlockers } from './suggest.js';

/** What somebody decides or notes; what is left out stays as it was. Dates are ISO dates. */
export interface Verdict extends Partial<TeamFacts> {
  readonly option?: Option;
  readonly owner?: string;
  readonly reviewOn?: string;
  readonly note?: string;
}

/** A decision comes back after half a year unless somebody says when. */
const reviewMonths = 6;

/**
 * The decision, or what has to be filled in before it can be made. Facts that are added to a standing decision leave its date and evidence as they
 * were, so that its outcome can be held against them. `months` is the window of the evidence; null where no history was read.
 */
export function decide(
  { id, name, customer, footprint, debt, suggestion, sites, decision: before }: Customization,
  verdict: Verdict,
  today: string,
  months: number | null,
): Decision | { readonly blockers: readonly string[] } {
  const { expectedCustomers, contractChecked, usageChecked, noticeDate } = { ...noFacts, ...before, ...verdict };
  const facts = { expectedCustomers, contractChecked, usageChecked, noticeDate };
  const option = verdict.option ?? before?.option ?? null;
  const owner = verdict.owner ?? before?.owner ?? '';
  const blockers = option === 'retire' ? retireBlockers({ facts, owner }) : [];
  if (blockers.length > 0) return { blockers };
  const isStanding = before !== null && verdict.option === undefined;
  const review = option === null ? null : monthsLater(today, reviewMonths);
  return {
    customization: id,
    name,
    customer,
    option,
    owner,
    decidedOn: isStanding ? before.decidedOn : today,
    reviewOn: verdict.reviewOn ?? (isStanding ? before.reviewOn : review),
    note: verdict.note ?? before?.note ?? '',
    ...facts,
    evidence: isStanding ? before.evidence : evidenceOf({ footprint, debt, suggestion }, months),
    oneOffs: isStanding ? before.oneOffs : sites.map((site) => site.id).sort(),
  };
}

function evidenceOf(
  { footprint, debt, suggestion }: Pick<Customization, 'footprint' | 'debt' | 'suggestion'>,
  months: number | null,
): DecisionEvidence {
  const { sites, files, lines, scatter } = footprint;
  const collateral = debt?.collateral ?? null;
  return { sites, files, lines, scatter, collateral, months: collateral === null ? null : months, rule: suggestion.rule };
}

/** The last day of the month where that has no such day. */
function monthsLater(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}
