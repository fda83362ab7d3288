import type { Age, CommitReference, HistoryCoverage } from '../model/age.js';
import { options, type Debt, type DebtTerm, type Estimate, type Payback } from '../model/debt.js';
import type { Hotspot } from '../model/hotspot.js';
import type { Indicator, Period, RedFlag } from '../model/red-flag.js';
import type { Request, RequestCoverage } from '../model/request.js';

// What an assessment adds to the JSON report, with keys in a fixed order.

export function orderedAge({ introduced, isOlder, lastTouched, changes, uncommitted, knownBy }: Age): Age {
  return {
    introduced: introduced && orderedCommit(introduced),
    ...(isOlder && { isOlder }),
    lastTouched: lastTouched && orderedCommit(lastTouched),
    changes,
    uncommitted,
    knownBy,
  };
}

export function orderedDebt(debt: Debt): Debt {
  const { sites, files, lines, scatter, tangle, changes, ownChanges, collateral, relativeChurn, principal, interest, payback } = debt;
  return {
    ...{ sites, files, lines, scatter, tangle, changes, ownChanges, collateral, relativeChurn },
    principal: {
      keep: orderedEstimate(principal.keep),
      isolate: orderedEstimate(principal.isolate),
      generalise: orderedEstimate(principal.generalise),
      retire: orderedEstimate(principal.retire),
    } satisfies Record<(typeof options)[number], Estimate>,
    interest: interest && orderedEstimate(interest),
    payback: payback && {
      isolate: orderedPayback(payback.isolate),
      generalise: orderedPayback(payback.generalise),
      retire: orderedPayback(payback.retire),
    },
  };
}

export function orderedHistory({ head, from, to, commits, notices }: HistoryCoverage): HistoryCoverage {
  return { head, from, to, commits, notices };
}

export function orderedHotspot({ path, isFolder, revisions, churn, lines, complexity, oneOffs, customers }: Hotspot): Hotspot {
  return { path, isFolder, revisions, churn, lines, complexity, oneOffs, customers };
}

export function orderedRequest({ tracker, key, url, title, status, state, link }: Request): Request {
  return {
    tracker,
    key,
    url,
    ...(title !== undefined && { title }),
    ...(status !== undefined && { status }),
    ...(state && { state }),
    ...(link && { link: { source: link.source, isCandidate: link.isCandidate, why: link.why } }),
  };
}

export function orderedRequests({ linked, of, trackers }: RequestCoverage): RequestCoverage {
  return {
    linked,
    of,
    trackers: trackers.map(({ tracker, items, asked, problem, missing }) => ({
      tracker,
      items,
      asked,
      problem,
      ...(missing && { missing }),
    })),
  };
}

export function orderedRedFlag({ number, sign, basis, caveat, indicators, missing }: RedFlag): RedFlag {
  return { number, sign, basis, caveat, indicators: indicators.map(orderedIndicator), missing };
}

function orderedIndicator({ name, numerator, denominator, coverage, window, quarters }: Indicator): Indicator {
  return {
    ...{ name, numerator, denominator },
    coverage: coverage && { known: coverage.known, of: coverage.of, what: coverage.what },
    window: window && orderedPeriod(window),
    quarters: quarters.map((quarter) => ({
      ...orderedPeriod(quarter),
      ...{ numerator: quarter.numerator, denominator: quarter.denominator },
    })),
  };
}

function orderedPeriod({ from, to }: Period): Period {
  return { from, to };
}

function orderedCommit({ commit, date, subject }: CommitReference): CommitReference {
  return { commit, date, subject };
}

function orderedEstimate({ low, high, formula, terms }: Estimate): Estimate {
  return { low, high, formula, terms: terms.map(orderedTerm) };
}

function orderedPayback({ low, high, formula, terms, widest }: Payback): Payback {
  return { low, high, formula, terms: terms.map(orderedTerm), widest };
}

function orderedTerm({ name, value, source }: DebtTerm): DebtTerm {
  return { name, value: typeof value === 'number' ? value : { low: value.low, high: value.high }, source };
}
