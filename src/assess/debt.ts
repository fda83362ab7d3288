import type { CommitMessage, FileChurn, LineHistory } from '../model/age.js';
import type { Customer } from '../model/customer.js';
import type { Debt, DebtConstant, DebtSettings } from '../model/debt.js';
import type { Finding } from '../model/finding.js';
import { footprintOf } from '../model/footprint.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { interestOf, principalOf } from './estimates.js';
import { loggedHours } from './logged-hours.js';
import { ownCommits } from './own-commits.js';
import { paybackOf } from './payback.js';

/** What git said: by id of finding and by path. What is missing has no history. */
export interface Histories {
  readonly findings: ReadonlyMap<string, LineHistory>;
  readonly files: ReadonlyMap<string, FileChurn>;
}

export interface DebtInput {
  readonly findings: readonly Finding[];
  readonly customers: readonly Customer[];
  /** Null where no history was read. */
  readonly histories: Histories | null;
  /** Lines that each file has now. */
  readonly fileLines: ReadonlyMap<string, number>;
  readonly settings: DebtSettings;
  /** The items of trackers that the message of a commit names. */
  readonly itemsNamed: (commit: CommitMessage) => readonly TrackerItem[];
}

export interface AssessedDebt {
  /** By id of finding. */
  readonly findings: ReadonlyMap<string, Debt>;
  /** By id of customer; those without findings are left out. */
  readonly customers: ReadonlyMap<string, Debt>;
  /** Of some findings of one customer (an id) together. */
  readonly together: (findings: readonly Finding[], customer: string) => Debt;
  /** How many collateral changes of them, within the window, came on an ISO date or later; null where no history was read. */
  readonly collateralSince: (findings: readonly Finding[], customer: string, date: string) => number | null;
}

/** What each finding costs, and what all findings of a customer cost together. Linear in findings and their commits. */
export function assessDebt(input: DebtInput): AssessedDebt {
  const parties = partiesOf(input.findings);
  const own = input.histories && ownCommits(parties, input.histories.findings);
  const sharing = customersByPath(input.findings);
  const settings = { ...input.settings, hoursPerChange: input.settings.hoursPerChange ?? hoursOf(parties, own, input) };
  const debt = (findings: readonly Finding[], names: readonly string[], served: number): Debt =>
    debtOf(findings, { ...input, settings, own: names.map((name) => own?.get(name) ?? noCommits), names: new Set(names), sharing, served });
  const byId = new Map(input.customers.map((customer) => [customer.id, customer]));
  return {
    findings: new Map(
      input.findings.map((finding) => [finding.id, debt([finding], partyNames(finding), Math.max(1, finding.customers.length))]),
    ),
    customers: new Map([...parties].filter(([id]) => byId.has(id)).map(([id, findings]) => [id, debt(findings, [id], 1)])),
    together: (findings, customer) => debt(findings, [customer], 1),
    collateralSince: (findings, customer, date) => {
      const recent = (touch: CommitMessage): boolean => Date.parse(touch.date) >= Date.parse(date);
      const touches = touchesOf(findings, input, recent);
      return touches && [...touches].filter((commit) => own?.get(customer)?.has(commit) !== true).length;
    },
  };
}

const noCommits: ReadonlySet<string> = new Set();

interface Context extends Pick<DebtInput, 'histories' | 'fileLines' | 'settings'> {
  readonly own: readonly ReadonlySet<string>[];
  readonly names: ReadonlySet<string>;
  readonly sharing: ReadonlyMap<string, ReadonlySet<string>>;
  readonly served: number;
}

function debtOf(findings: readonly Finding[], context: Context): Debt {
  const { sharing, names, served, settings, own } = context;
  const paths = [...new Set(findings.map(({ path }) => path))];
  const isShared = (path: string): boolean => [...(sharing.get(path) ?? [])].some((id) => !names.has(id));
  const footprint = footprintOf(findings, new Set(paths.filter(isShared)));
  const touches = touchesOf(findings, context);
  const ownChanges = touches && [...touches].filter((commit) => own.some((commits) => commits.has(commit))).length;
  const collateral = touches && ownChanges !== null ? touches.size - ownChanges : null;
  const principal = principalOf({ ...footprint, customers: served }, settings);
  const interest = interestOf(collateral, settings);
  return {
    ...footprint,
    changes: touches?.size ?? null,
    ownChanges,
    collateral,
    relativeChurn: relativeChurn(paths, context),
    principal,
    interest,
    payback: paybackOf(principal, interest, settings.interestSaved),
  };
}

/** As trackers tell; null where they don't tell enough. */
function hoursOf(
  parties: ReadonlyMap<string, readonly Finding[]>,
  own: ReadonlyMap<string, ReadonlySet<string>> | null,
  { histories, settings, itemsNamed }: DebtInput,
): DebtConstant | null {
  const collateral = new Map<string, CommitMessage>();
  for (const [party, findings] of parties) {
    for (const touch of findings.flatMap(({ id }) => histories?.findings.get(id)?.touches ?? []))
      if (own?.get(party)?.has(touch.commit) !== true) collateral.set(touch.commit, touch);
  }
  return loggedHours(collateral.values(), itemsNamed, settings.loggedRequests);
}

function touchesOf(
  findings: readonly Finding[],
  { histories }: Pick<DebtInput, 'histories'>,
  counts: (touch: CommitMessage) => boolean = () => true,
): ReadonlySet<string> | null {
  const known = findings.flatMap(({ id }) => histories?.findings.get(id) ?? []);
  return known.length === 0 ? null : new Set(known.flatMap(({ touches }) => touches.filter(counts).map(({ commit }) => commit)));
}

/** To a hundredth; null where no file has both a history and lines. */
function relativeChurn(paths: readonly string[], { histories, fileLines }: Context): number | null {
  let churn = 0;
  let lines = 0;
  for (const path of paths) {
    const file = histories?.files.get(path);
    if (!file) continue;
    churn += file.churn;
    lines += fileLines.get(path) ?? 0;
  }
  return lines === 0 ? null : Math.round((churn / lines) * 100) / 100;
}

/** Findings by customer; a finding without one is a party of its own, named by its id. */
function partiesOf(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const parties = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const name of partyNames(finding)) {
      const party = parties.get(name);
      if (party) party.push(finding);
      else parties.set(name, [finding]);
    }
  }
  return parties;
}

function partyNames({ id, customers }: Finding): readonly string[] {
  return customers.length > 0 ? customers : [id];
}

function customersByPath(findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byPath = new Map<string, Set<string>>();
  for (const { path, customers } of findings) {
    const inFile = byPath.get(path) ?? new Set();
    for (const id of customers) inFile.add(id);
    byPath.set(path, inFile);
  }
  return byPath;
}
