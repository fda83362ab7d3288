import { z } from 'zod';
import { dateTime } from './item-parts.js';

/** An issue as REST gives it, and to which `issueNode` turns that of GraphQL. */
export const githubIssue = z.looseObject({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  state_reason: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.looseObject({ name: z.string().nullish() })])),
  type: z.looseObject({ name: z.string() }).nullish(),
  html_url: z.string(),
  created_at: dateTime,
  updated_at: dateTime,
  closed_at: dateTime.nullish(),
  /** Lists of issues hold pull requests too. */
  pull_request: z.unknown().optional(),
});
export type GitHubIssue = z.infer<typeof githubIssue>;

/** Issues that one query asks for. With a hundred labels each it is far from the 500,000 nodes that one may ask for. */
export const nodesAtOnce = 50;

const fields = `number title body state stateReason(enableDuplicate: true) url createdAt updatedAt closedAt
  issueType { name } labels(first: 100) { nodes { name } }`;

/** The name under which `nodesQuery` asks for a number. */
export function aliasOf(number: number): string {
  return `i${number}`;
}

/** One query for all numbers, each under an alias of its own: GraphQL has no list of numbers. Variables: `owner` and `name`. */
export function nodesQuery(numbers: readonly number[]): string {
  const aliases = numbers.map((number) => `${aliasOf(number)}: issueOrPullRequest(number: ${number}) { __typename ...issue }`);
  return `query Nodes($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${aliases.join(' ')} } }
fragment issue on Issue { ${fields} }`;
}

const issueNode = z
  .looseObject({
    __typename: z.literal('Issue'),
    number: z.number(),
    title: z.string(),
    body: z.string(),
    state: z.string(),
    stateReason: z.string().nullish(),
    url: z.string(),
    createdAt: dateTime,
    updatedAt: dateTime,
    closedAt: dateTime.nullish(),
    issueType: z.looseObject({ name: z.string() }).nullish(),
    labels: z.looseObject({ nodes: z.array(z.looseObject({ name: z.string() })) }).nullish(),
  })
  .transform(({ number, title, body, state, stateReason, url, createdAt, updatedAt, closedAt, issueType, labels }): GitHubIssue => ({
    ...{ number, title, body, state: state.toLowerCase(), state_reason: stateReason?.toLowerCase(), labels: labels?.nodes ?? [] },
    ...{ type: issueType, html_url: url, created_at: createdAt, updated_at: updatedAt, closed_at: closedAt },
  }));
const pullNode = z.looseObject({ __typename: z.literal('PullRequest') }).transform(() => 'pull request' as const);

/** What is not there, or has moved, is null; `errors` beside it says no more. Without `data` the query itself was not understood. */
export const nodesAnswer = z.looseObject({
  data: z.looseObject({ repository: z.record(z.string(), z.union([issueNode, pullNode]).nullable()).nullish() }).nullish(),
});
