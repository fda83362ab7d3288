import * as z from 'zod/mini';
import { options } from '../model/debt.js';

/** Where a card stands on the board. Order is that of the board. */
export const boardGroups = ['review', 'undecided', ...options] as const;
export type BoardGroup = (typeof boardGroups)[number];

const text = z.string();
const option = z.enum(options);

/** One line of evidence; `terms` opens the figure. */
const fact = z.object({
  label: text,
  value: text,
  terms: z.array(z.object({ name: text, value: text, source: text })),
});

/** What the form of a card holds. */
const decision = z.object({
  /** Null while only facts were noted. */
  option: z.nullable(option),
  owner: text,
  /** ISO date; empty where none was set. */
  reviewOn: text,
  note: text,
  /** How many further customers are expected to want the same; as typed, empty where nobody has said. */
  expectedCustomers: text,
  isContractChecked: z.boolean(),
  isUsageChecked: z.boolean(),
  /** ISO date by when the customer has been told; empty where none was set. */
  noticeDate: text,
});

/** A customization as the board shows it: every text is ready to be read. */
const card = z.object({
  id: text,
  title: text,
  /** Who it is for, and how much there is. */
  summary: text,
  group: z.enum(boardGroups),
  facts: z.array(fact),
  places: z.array(z.object({ label: text, code: text })),
  requests: z.array(z.object({ label: text, isLink: z.boolean() })),
  /** The option that the rules suggest; null where a fact is missing that decides. */
  suggested: z.nullable(option),
  /** Why, in sentences; then what is not known. */
  reasons: z.array(text),
  missing: z.array(text),
  decision: z.nullable(decision),
  /** What was forecast when it was decided, and what came of it; empty where nothing was. */
  outcome: text,
});

/** Fixed texts of the board, by what they are for. */
const labels = z.record(z.string(), text);

const view = z.object({
  headline: text,
  groups: z.array(z.object({ id: z.enum(boardGroups), label: text })),
  options: z.array(z.object({ id: option, label: text, meaning: text })),
  cards: z.array(card),
  /** How much of this rests on what. */
  notices: z.array(text),
  labels,
});

const toBoard = z.discriminatedUnion('type', [
  z.object({ type: z.literal('view'), view }),
  /** What happened to the last thing asked for; `card` names the card that it belongs to. */
  z.object({ type: z.literal('told'), text, isProblem: z.boolean() }),
  z.object({ type: z.literal('what-if'), text }),
]);

const fromBoard = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('decide'), card: text, decision }),
  z.object({ type: z.literal('open-place'), card: text, place: z.int() }),
  z.object({ type: z.literal('open-request'), card: text, request: z.int() }),
  z.object({ type: z.literal('what-if'), cards: z.array(text) }),
  z.object({ type: z.literal('create-item'), card: text }),
  z.object({ type: z.literal('export') }),
]);

export type BoardFact = z.infer<typeof fact>;
export type BoardCard = z.infer<typeof card>;
export type BoardDecision = z.infer<typeof decision>;
export type BoardView = z.infer<typeof view>;
/** From the extension to the board. */
export type ToBoard = z.infer<typeof toBoard>;
/** From the board to the extension. */
export type FromBoard = z.infer<typeof fromBoard>;

/** Null for what is no message of the board's. */
export function readToBoard(message: unknown): ToBoard | null {
  return toBoard.safeParse(message).data ?? null;
}

/** Null for what is no message of the board's. */
export function readFromBoard(message: unknown): FromBoard | null {
  return fromBoard.safeParse(message).data ?? null;
}
