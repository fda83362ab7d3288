import type { ImportedCustomer, PlanningSettings } from '../model/config.js';
import { isSetApart, type Customer } from '../model/customer.js';
import type { Debt } from '../model/debt.js';
import type { Decision, TeamFacts } from '../model/decision.js';
import type { Finding } from '../model/finding.js';
import { filesOfSeveral, folderOf, footprintOf } from '../model/footprint.js';
import type { Customization, ImportedScore, Outcome, Plan, RevenueNote, Site } from '../model/plan.js';
import type { Report } from '../model/report.js';
import type { Request } from '../model/request.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { generaliseFrom } from './generalise.js';
import { groupSites, type SiteGroup } from './group-sites.js';
import { matchDecisions } from './match-decisions.js';
import { idByName, SimilarRequests } from './similar-requests.js';
import { monthsBetween, suggest, type Case } from './suggest.js';

export interface PlanInput {
  readonly report: Pick<Report, 'findings' | 'customers' | 'history' | 'requests'>;
  readonly items: readonly TrackerItem[];
  /** Those of customer files, for what they pay. */
  readonly imported: readonly ImportedCustomer[];
  readonly settings: PlanningSettings;
  readonly decisions: readonly Decision[];
  /** ISO date. */
  readonly today: string;
  /** Months in which changes are counted. */
  readonly months: number;
  /** What several findings of one customer cost together; null where debt was not assessed. */
  readonly debtOf: (findings: readonly Finding[], customer: string) => Debt | null;
  /** Collateral changes since an ISO date; null where no history was read. */
  readonly collateralSince: (findings: readonly Finding[], customer: string, date: string) => number | null;
}

/** Nothing decided yet. */
export const noFacts: TeamFacts = { expectedCustomers: null, contractChecked: null, usageChecked: null, noticeDate: null };

/** Groups what was found into customizations, with the evidence for each, what it suggests, and what was decided. */
export function makePlan(input: PlanInput): Plan {
  const byId = new Map(input.report.customers.map((customer) => [customer.id, customer]));
  const findings = input.report.findings.filter((finding) => finding.confidence !== 'low' && !isSetApart(finding, byId));
  const served = input.report.customers.filter(({ standing }) => standing === 'customer');
  const groups = groupSites(findings, served);
  const { byGroup, settled } = matchDecisions(groups, input.decisions);
  const context = { ...input, byId, similar: new SimilarRequests(input.items, served), shared: filesOfSeveral(findings) };
  const customizations = groups.map((group) => customizationOf(group, byGroup.get(group.id) ?? null, context)).sort(byUrgency);
  return { asOf: input.today, customizations, settled, notices: notices(input, customizations) };
}

interface Context extends PlanInput {
  readonly byId: ReadonlyMap<string, Customer>;
  readonly similar: SimilarRequests;
  readonly shared: ReadonlySet<string>;
}

function customizationOf(group: SiteGroup, decision: Decision | null, context: Context): Customization {
  const { id, customer, groupedBy, findings } = group;
  const { today, similar, imported, byId } = context;
  const requests = requestsOf(findings);
  const items = similar.itemsOf(requests);
  const debt = context.debtOf(findings, customer);
  const known = knownOf(group, requests, context);
  return {
    id,
    name: nameOf(group, items),
    customer,
    groupedBy,
    sites: findings.map(siteOf),
    folders: [...new Set(findings.map(({ path }) => folderOf(path)))].sort(),
    flags: flagsOf(findings),
    debt,
    ...known,
    revenue: revenueOf(customer, items, imported, byId),
    scores: items.flatMap(scoresOf),
    suggestion: suggest(caseOf(group, { known, items, debt, decision }, context)),
    decision,
    outcome: decision && outcomeOf(decision, findings, context),
    isDue: decision !== null && decision.reviewOn !== null && decision.reviewOn <= today,
  };
}

type Known = Pick<Customization, 'customerName' | 'status' | 'requests' | 'similar' | 'footprint' | 'generaliseFrom'>;

function knownOf({ customer, findings }: SiteGroup, requests: readonly Request[], { byId, similar, shared, settings }: Context): Known {
  const others = similar.others(customer, requests);
  const copies = 1 + others.filter((other) => other.customer !== null && (byId.get(other.customer)?.findings ?? 0) > 0).length;
  return {
    customerName: byId.get(customer)?.name ?? customer,
    status: byId.get(customer)?.status ?? 'unknown',
    requests,
    similar: others,
    footprint: footprintOf(findings, shared),
    generaliseFrom: generaliseFrom(copies, settings),
  };
}

interface Weighed {
  readonly known: Known;
  readonly items: readonly TrackerItem[];
  readonly debt: Debt | null;
  readonly decision: Decision | null;
}

function caseOf({ findings }: SiteGroup, { known, items, debt, decision }: Weighed, context: Context): Case {
  const collateral = debt?.collateral ?? null;
  return {
    ...known,
    items,
    settings: context.settings,
    today: context.today,
    flagStates: findings.flatMap(({ flag }) => (flag ? [flag.state ?? null] : [])),
    askedForRequests: context.items.length > 0 || context.report.requests !== undefined,
    collateral: collateral === null ? null : (collateral * 12) / context.months,
    facts: decision ?? noFacts,
    owner: decision?.owner ?? '',
  };
}

export function siteOf({ id, kind, path, range, text, customers }: Finding): Site {
  return { id, kind, path, line: range.start.line, text, customers };
}

export function flagsOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ flag }) => flag?.key ?? []))].sort();
}

/** Those that are no mere candidates, each once. */
function requestsOf(findings: readonly Finding[]): readonly Request[] {
  const all = findings.flatMap(({ requests = [] }) => requests).filter(({ link }) => link?.isCandidate !== true);
  return [...new Map(all.map((request) => [request.key, request])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function nameOf({ groupedBy, key, findings }: SiteGroup, items: readonly TrackerItem[]): string {
  if (groupedBy === 'flag') return `flag ${key}`;
  if (groupedBy !== 'request') return key;
  const titles = findings.flatMap(({ requests = [] }) => requests).filter((request) => request.key === key);
  const title = items.find((item) => item.key === key)?.title ?? titles.find((request) => request.title !== undefined)?.title;
  return title === undefined ? key : `${key} ${title}`;
}

function revenueOf(
  customer: string,
  items: readonly TrackerItem[],
  imported: readonly ImportedCustomer[],
  byId: ReadonlyMap<string, Customer>,
): readonly RevenueNote[] {
  const idOf = idByName([...byId.values()]);
  const known = imported.flatMap(({ id, revenue, origin }) => (id === customer && revenue ? [{ ...revenue, source: origin }] : []));
  const told = items.flatMap(({ key, customers }) =>
    customers.flatMap(({ name, value, currency }) =>
      value !== undefined && idOf(name) === customer ? [{ amount: value, currency: currency ?? null, source: key }] : [],
    ),
  );
  return [...known, ...told];
}

function scoresOf({ key, tracker, scores }: TrackerItem): readonly ImportedScore[] {
  return Object.entries(scores).map(([name, value]) => ({ name, value, request: key, tracker }));
}

/** Over the time since the decision, as far as the history that was read reaches. */
function outcomeOf(decision: Decision, findings: readonly Finding[], { today, report, collateralSince }: Context): Outcome {
  const { evidence, decidedOn, customer } = decision;
  const since = report.history !== undefined && report.history.from > decidedOn ? report.history.from : decidedOn;
  const rate = evidence.collateral === null || evidence.months === null ? null : evidence.collateral / evidence.months;
  return {
    months: monthsBetween(decidedOn, today),
    forecast: rate === null ? null : Math.round(rate * monthsBetween(since, today) * 10) / 10,
    happened: report.history === undefined ? null : collateralSince(findings, customer, since),
    sitesThen: evidence.sites,
    sitesNow: findings.length,
  };
}

/** Due first, then undecided, then decided; within these by customer, the largest first. */
function byUrgency(a: Customization, b: Customization): number {
  const rank = ({ isDue, decision }: Customization): number => (isDue ? 0 : decision?.option ? 2 : 1);
  const byCustomer = a.customerName === b.customerName ? 0 : a.customerName < b.customerName ? -1 : 1;
  return rank(a) - rank(b) || byCustomer || b.sites.length - a.sites.length || (a.id < b.id ? -1 : 1);
}

function notices({ report, items }: PlanInput, customizations: readonly Customization[]): readonly string[] {
  const isUnknown = customizations.some(({ debt }) => debt?.collateral && !debt.payback);
  const linked = customizations.filter(({ requests }) => requests.length > 0).length;
  const coverage = `${String(linked)} of ${String(customizations.length)} customizations are tied to a request.`;
  return [
    ...(customizations.length > 0 ? [coverage] : []),
    ...(report.history ? report.history.notices : ['No history was read: how often code is changed is not known. --history reads it.']),
    ...(isUnknown
      ? [
          'When work is paid back is not known: "debt.hoursPerChange" says how many hours a collateral change takes, or trackers with enough time logged.',
        ]
      : []),
    ...(items.length > 0 ? [] : ['No tracker was asked: who else wants the same, and scores, are not known. --requests asks them.']),
    'Contracts, notice periods and live usage are in no repository: nothing is to be retired before somebody has checked them.',
  ];
}
