import { isSetApart } from '../../model/customer.js';
import type { Finding } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { linesOf } from '../../model/footprint.js';

/** One-offs of served customers that no request is known for, those with most lines first. */
export function unlinked({ findings, customers }: Report): readonly Finding[] {
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const extent = (finding: Finding): number => {
    const [first, last] = linesOf(finding);
    return last - first;
  };
  return findings
    .filter((finding) => finding.customers.length > 0 && !isSetApart(finding, byId))
    .filter(({ requests = [] }) => requests.every(({ link }) => link?.isCandidate === true))
    .toSorted((a, b) => extent(b) - extent(a));
}
