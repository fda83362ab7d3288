import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { opinionAnswers, signNumbers, type Opinion } from '../model/red-flag.js';
import { ConfigDocument, type ConfigProblem } from './config-document.js';

/** Where a team keeps its answers, relative to the scanned folder. */
export const opinionsFile = '.oneoff/opinions.json';

const opinion = z.strictObject({
  sign: z.literal(signNumbers).describe('Number of the sign, 1 to 10, as docs/red-flags.md lists them.'),
  answer: z.enum(opinionAnswers).describe('Whether the team sees the sign at work.'),
  date: z.iso.date().describe('The day of the answer, as in 2025-03-31.'),
  note: z.string().describe('What was said, for whoever reads the report.').default(''),
});

const opinionsSchema = z
  .strictObject({
    $schema: z.string().optional(),
    opinions: z.array(opinion).describe('Answers, in any order; several for a sign are all shown.'),
  })
  .describe('What a team thinks of the signs that code cannot show.');

/** The schema of the file, for editors. */
export function opinionsJsonSchema(): object {
  return z.toJSONSchema(opinionsSchema, { target: 'draft-7', io: 'input' });
}

/** The team's answers. Without a file there are none; a file that is wrong counts as none, and its problems say where and what. */
export function readOpinions(root: string): { readonly opinions: readonly Opinion[]; readonly problems: readonly ConfigProblem[] } {
  const file = path.join(path.resolve(root), opinionsFile);
  if (!existsSync(file)) return { opinions: [], problems: [] };
  const document = new ConfigDocument(file, readFileSync(file, 'utf8'));
  if (document.syntaxErrors.length > 0) return { opinions: [], problems: document.syntaxProblems() };
  const read = opinionsSchema.safeParse(document.value());
  if (read.success) return { opinions: read.data.opinions, problems: [] };
  const problems = read.error.issues.map((issue) => {
    const place = issue.path.filter((step) => typeof step !== 'symbol');
    return document.problem('error', place, `${issue.message}.`, 'Correct it; docs/red-flags.md shows the form.');
  });
  return { opinions: [], problems };
}
