import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { confidences, kinds } from '../model/finding.js';
import type { EarlierReport } from '../model/report-changes.js';
import { schemaVersion } from '../model/report.js';

const position = z.object({ line: z.int().positive(), column: z.int().positive() });

/** As much of a JSON report as a comparison needs; versions to come may add to the rest. */
const earlierReport = z.object({
  schemaVersion: z.literal(schemaVersion),
  findings: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(kinds),
      path: z.string(),
      range: z.object({ start: position, end: position }),
      customers: z.array(z.string()),
      confidence: z.enum(confidences),
      text: z.string(),
    }),
  ),
});

/** An earlier `--format json` report, or what is wrong with the file and what to do. */
export function readEarlierReport(file: string): EarlierReport | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `${file} cannot be read as a report: ${reason}. Give a file that oneoff scan --format json wrote.` };
  }
  const read = earlierReport.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  const said = `${place === '' ? '' : `${place}: `}${issue?.message ?? 'it has another form'}`;
  return { problem: `${file} is no report of One-Off (${said}). Give a file that oneoff scan --format json wrote.` };
}
