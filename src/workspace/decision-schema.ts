import { z } from 'zod';
import { options } from '../model/debt.js';
import type { Decision } from '../model/decision.js';

export const decisionVersion = 1;

const day = (description: string) => z.iso.date().describe(`${description} ISO date.`);
const amount = (description: string) => z.number().min(0).describe(description);

const evidenceSchema = z.strictObject({
  sites: amount('Places in the code.'),
  files: amount('Files that they are in.'),
  lines: amount('Lines that exist because of them.'),
  scatter: amount('Folders that they are spread over.'),
  collateral: amount('Changes that the product paid for within the months.').nullable(),
  months: amount('Length of the window in which changes were counted.').nullable(),
  rule: z.string().describe('The rule that suggested something.'),
});

/** What a file in `.oneoff/decisions` holds; published as media/decision.schema.json. */
export const decisionSchema = z.strictObject({
  $schema: z.string().describe('Where the JSON schema of this file is.').optional(),
  version: z.literal(decisionVersion).describe('Of this form.'),
  customization: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]*$/)
    .describe('Id of the customization, as "oneoff plan" writes it.'),
  name: z.string().describe('Its name, for people.'),
  customer: z.string().min(1).describe('Id of the customer.'),
  option: z.enum(options).nullable().describe('What becomes of it; null while only facts were noted.'),
  owner: z.string().describe('Who sees to it.'),
  decidedOn: day('When it was decided.'),
  reviewOn: day('When it is looked at again.').nullable(),
  note: z.string().describe('Reasons, in plain words.'),
  expectedCustomers: amount('How many further customers are expected to want the same.').nullable(),
  contractChecked: day('When somebody checked the contract.').nullable(),
  usageChecked: day('When somebody checked who still uses it.').nullable(),
  noticeDate: day('By when the customer has been told.').nullable(),
  evidence: evidenceSchema.describe('What was known when it was decided.'),
  oneOffs: z.array(z.string().min(1)).describe('Ids of the findings that it was about.'),
});

/** Of a checked file. */
export function decisionOf({ customization, name, customer, option, owner, ...rest }: z.infer<typeof decisionSchema>): Decision {
  const { decidedOn, reviewOn, note, expectedCustomers, contractChecked, usageChecked, noticeDate, evidence, oneOffs } = rest;
  const facts = { expectedCustomers, contractChecked, usageChecked, noticeDate };
  return { customization, name, customer, option, owner, decidedOn, reviewOn, note, ...facts, evidence, oneOffs };
}

/** The JSON schema of a decision, as editors and validators read it. */
export function decisionJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(decisionSchema, { target: 'draft-7', io: 'input' }), title: 'One-Off decision' };
}
