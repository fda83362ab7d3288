import { defaultConfig, type PlanningSettings } from '../model/config.js';
import type { DebtTerm, Option } from '../model/debt.js';
import type { TeamFacts } from '../model/decision.js';
import type { FlagState } from '../model/finding.js';
import type { Customization, PlanningRule, Suggestion } from '../model/plan.js';
import type { TrackerItem } from '../model/tracker-item.js';

type Known = Pick<Customization, 'customerName' | 'status' | 'requests' | 'similar' | 'footprint' | 'generaliseFrom'>;

/** What the rules look at. */
export interface Case extends Known {
  /** States of its flags as far as definition files tell; one entry a flag, null where nothing is known. */
  readonly flagStates: readonly (FlagState | null)[];
  /** Items behind its requests. */
  readonly items: readonly TrackerItem[];
  /** Whether requests were looked for at all. */
  readonly askedForRequests: boolean;
  /** Collateral changes a year; null where no history was read. */
  readonly collateral: number | null;
  readonly facts: TeamFacts;
  readonly owner: string;
  /** ISO date. */
  readonly today: string;
  readonly settings: PlanningSettings;
}

type Fired = Pick<Suggestion, 'option' | 'because' | 'terms'>;
type Rule = (known: Case) => Fired | null;

/** The table of docs/planning.md, in its order. */
const rules: Readonly<Record<Exclude<PlanningRule, 'none'>, Rule>> = {
  'customer-gone': ({ status, customerName }) =>
    status === 'gone' ? fired('retire', `${customerName} is no customer any more, as the configuration or a customer file says.`) : null,
  'request-dropped': ({ requests }) => {
    const dropped = requests.filter(({ state }) => state === 'dropped').map(({ key }) => key);
    const because = `${dropped.join(', ')} was closed without being done, and yet there is code for it: was it promised in another way?`;
    return dropped.length > 0 ? fired(null, because) : null;
  },
  'flag-constant': (known) => {
    const { flagStates, requests, settings } = known;
    const isConstant = flagStates.length > 0 && flagStates.every((state) => state?.kind === 'constant');
    const months = monthsSinceRequest(known);
    if (!isConstant || requests.length === 0 || (months !== null && months < settings.quietMonths)) return null;
    const quiet = months === null ? [] : [term('months since the last request', months), limit('quietMonths', settings)];
    return fired('retire', 'Everybody gets the same value of its flags in all environments that definition files tell of.', quiet);
  },
  'others-ask': ({ similar, settings }) =>
    similar.length > 0 && similar.length >= settings.similarCustomers
      ? fired('generalise', `${similar.map(({ name }) => name).join(', ')} asked for much the same.`, [
          term('other customers', similar.length),
          limit('similarCustomers', settings),
        ])
      : null,
  'customers-expected': ({ facts: { expectedCustomers: expected }, generaliseFrom, settings }) =>
    expected !== null && expected > 0 && expected >= generaliseFrom
      ? fired('generalise', `Writing it once for all pays from ${oneDigit(generaliseFrom)} further customers on.`, [
          { name: 'customers expected', value: expected, source: 'the team' },
          ...(['years', 'upkeep', 'writingForReuse', 'reusing'] as const).map((name) => limit(name, settings)),
        ])
      : null,
  'nobody-asked': ({ requests, askedForRequests }) =>
    askedForRequests && requests.length === 0
      ? fired(null, 'No request was found for this code. That says nothing about its use: find out first who owns it.')
      : null,
  'collateral-high': ({ collateral, status, settings }) =>
    collateral !== null && collateral >= settings.collateral && status !== 'gone'
      ? fired('isolate', 'The product is often changed because of it: a module, a setting or an extension point would keep that apart.', [
          { name: 'collateral changes a year', value: collateral, source: 'git' },
          limit('collateral', settings),
        ])
      : null,
  'spread-out': ({ footprint: { scatter }, settings }) =>
    scatter > settings.folders
      ? fired('isolate', 'It is spread over many folders: a module, a setting or an extension point would bring it together.', [
          term('folders', scatter),
          limit('folders', settings),
        ])
      : null,
  quiet: ({ collateral, footprint: { scatter }, status }) =>
    collateral === 0 && scatter <= 1 && status === 'active'
      ? fired('keep', 'It stands in one place, costs the product no changes, and its customer is served.', [
          { name: 'collateral changes a year', value: 0, source: 'git' },
          term('folders', scatter),
        ])
      : null,
};

/** What the first rule that fires suggests, and what nobody has said yet. Suggests, never decides. */
export function suggest(known: Case): Suggestion {
  for (const [rule, test] of Object.entries(rules) as [PlanningRule, Rule][]) {
    const outcome = test(known);
    if (outcome) return { ...outcome, rule, missing: missingFacts(known, outcome.option) };
  }
  return {
    option: null,
    rule: 'none',
    because: ['Nothing that is known suggests one thing over another.'],
    terms: [],
    missing: missingFacts(known, null),
  };
}

function missingFacts(known: Case, option: Option | null): readonly string[] {
  const { status, customerName, collateral, askedForRequests, facts, generaliseFrom, settings } = known;
  const years = `${String(settings.years)} years`;
  return [
    ...(status === 'unknown' ? [`whether ${customerName} is still served ("status" in the configuration)`] : []),
    ...(option === 'retire' ? retireBlockers(known) : []),
    ...(collateral === null ? ['how often the product was changed because of it (--history)'] : []),
    ...(askedForRequests ? [] : ['who asked for it (no tracker was asked)']),
    ...(facts.expectedCustomers === null
      ? [`how many further customers will want it within ${years}; generalising pays from ${oneDigit(generaliseFrom)} on`]
      : []),
    ...(option === 'keep' ? ['whether tests cover it'] : []),
  ];
}

/** What a person has to fill in before anything is retired: none of it is in a repository. */
export function retireBlockers({ facts, owner }: { readonly facts: TeamFacts; readonly owner: string }): readonly string[] {
  return [
    ...(facts.contractChecked === null ? ['when somebody checked the contract (--contract-checked)'] : []),
    ...(facts.usageChecked === null ? ['when somebody checked who still uses it (--usage-checked)'] : []),
    ...(owner === '' ? ['who sees to it (--owner)'] : []),
    ...(facts.noticeDate === null ? ['by when the customer has been told (--notice)'] : []),
  ];
}

function monthsSinceRequest({ items, today }: Case): number | null {
  const newest = items.map(({ createdAt }) => Date.parse(createdAt)).reduce((latest, date) => Math.max(latest, date), -Infinity);
  return Number.isFinite(newest) ? monthsBetween(new Date(newest).toISOString(), today) : null;
}

/** Whole months from one ISO date to another; never below 0. */
export function monthsBetween(from: string, to: string): number {
  const [start, end] = [new Date(from), new Date(to)];
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  return Math.max(0, end.getUTCDate() < start.getUTCDate() ? months - 1 : months);
}

function fired(option: Option | null, because: string, terms: readonly DebtTerm[] = []): Fired {
  return { option, because: [because], terms };
}

function term(name: string, value: number): DebtTerm {
  return { name, value, source: 'counted' };
}

/** A constant of the rules, with who set it. */
function limit(name: keyof PlanningSettings, settings: PlanningSettings): DebtTerm {
  const value = settings[name];
  return { name, value, source: value === defaultConfig.planning[name] ? 'default' : `oneoff.config.json, planning.${name}` };
}

export function oneDigit(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 10) / 10) : 'no number';
}
