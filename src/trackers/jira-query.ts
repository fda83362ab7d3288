import type { TrackerConfig } from '../model/tracker.js';
import { labelsOf } from './customer-labels.js';
import { jqlIn, jqlText } from './jira-issue.js';
import type { ItemQuery } from './tracker.js';

/** JQL for a search within the configured projects. A customer is looked for in labels, customer fields and text. */
export function searchJql({ projects, customerFields, customerLabels }: TrackerConfig, { text, customer, labels }: ItemQuery): string {
  const said = customer === undefined ? [] : customerFields.map((field) => `${fieldName(field)} = ${jqlText(customer)}`);
  const anyOf = customer === undefined ? [] : [jqlIn('labels', labelsOf(customer, customerLabels).filter(hasNoSpace)), ...said];
  const clauses = [
    jqlIn('project', projects),
    ...(text === undefined || text.trim() === '' ? [] : [`text ~ ${jqlText(text)}`]),
    ...(labels ?? []).map((label) => `labels = ${jqlText(label)}`),
    ...(customer === undefined ? [] : [`(${[...anyOf, `text ~ ${jqlText(customer)}`].join(' OR ')})`]),
  ];
  return `${clauses.join(' AND ')} ORDER BY updated DESC`;
}

/** Labels of Jira have no spaces; asking for one that has is an error. */
function hasNoSpace(label: string): boolean {
  return !/\s/.test(label);
}

function fieldName(field: string): string {
  const [, number] = /^customfield_(\d+)$/.exec(field) ?? [];
  return number === undefined ? jqlText(field) : `cf[${number}]`;
}
