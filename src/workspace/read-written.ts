import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { confidences, kinds } from '../model/finding.js';
import type { EarlierReport } from '../model/report-changes.js';
import { schemaVersion } from '../model/report.js';
import type { TrendPoint } from '../model/trend.js';

/** What is wrong with a file, and what to do. */
export interface Unreadable {
  readonly problem: string;
}

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
      flag: z.object({ key: z.string().nullable() }).exactOptional(),
    }),
  ),
});

const trend = z.object({
  points: z.array(
    z.object({
      commit: z.string(),
      date: z.string(),
      oneOffs: z.number(),
      lines: z.number(),
      byCustomer: z.record(z.string(), z.number()),
    }),
  ),
});

/** A report that `oneoff scan --format json` wrote. */
export function readEarlierReport(file: string): EarlierReport | Unreadable {
  return readWritten(file, earlierReport, 'scan');
}

/** What `oneoff trend --format json` wrote. */
export function readTrend(file: string): readonly TrendPoint[] | Unreadable {
  const read = readWritten(file, trend, 'trend');
  return 'problem' in read ? read : read.points;
}

function readWritten<T extends object>(file: string, schema: z.ZodType<T>, command: string): T | Unreadable {
  const remedy = `Give a file that oneoff ${command} --format json wrote.`;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `${file} cannot be read: ${reason}. ${remedy}` };
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  const said = `${place === '' ? '' : `${place}: `}${issue?.message ?? 'it has another form'}`;
  return { problem: `${file} is not what oneoff ${command} writes (${said}). ${remedy}` };
}
