import type { Finding } from '../model/finding.js';
import { footprintOf } from '../model/footprint.js';
import type { Customization, WhatIf } from '../model/plan.js';
import type { Report } from '../model/report.js';
import { flagsOf, siteOf } from './make-plan.js';

/** What goes when these customizations are retired. A place goes when it is retired for all customers that it serves. */
export function ifRetired({ findings }: Pick<Report, 'findings'>, customizations: readonly Customization[]): WhatIf {
  const retiredFor = new Map<string, Set<string>>();
  for (const { customer, sites } of customizations) {
    for (const { id } of sites) retiredFor.set(id, (retiredFor.get(id) ?? new Set()).add(customer));
  }
  const touched = findings.filter(({ id }) => retiredFor.has(id));
  return without(findings, touched, (finding) => finding.customers.every((customer) => retiredFor.get(finding.id)?.has(customer) === true));
}

/** Every place that a customer's leaving concerns, also those of low confidence: somebody has to look at them. */
export function ifLeaves({ findings }: Pick<Report, 'findings'>, customer: string): WhatIf {
  const touched = findings.filter(({ customers }) => customers.includes(customer));
  return without(findings, touched, ({ customers }) => customers.every((id) => id === customer));
}

function without(all: readonly Finding[], touched: readonly Finding[], goes: (finding: Finding) => boolean): WhatIf {
  const gone = new Set(touched.filter(goes));
  const { lines, files } = footprintOf([...gone], new Set());
  const left = new Set(flagsOf(all.filter((finding) => !gone.has(finding) && !isDefinition(finding))));
  const flags = flagsOf([...gone]).filter((key) => !left.has(key));
  const definitions = [...gone].flatMap(({ flag }) =>
    flag?.definition && flags.includes(flag.key ?? '') ? [`${flag.definition.path}:${String(flag.definition.line)}`] : [],
  );
  return {
    sites: [...gone].map(siteOf),
    shared: touched.filter((finding) => !gone.has(finding)).map(siteOf),
    lines,
    files,
    flags,
    flagDefinitions: [...new Set(definitions)].sort(),
  };
}

/** Whether a finding defines a flag instead of asking for it. */
function isDefinition({ flag, path, range }: Finding): boolean {
  return flag?.definition?.path === path && flag.definition.line === range.start.line;
}
