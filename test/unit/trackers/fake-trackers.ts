import type { TrackerType } from '../../../src/model/tracker.js';
import { aha } from './fake-aha.js';
import { azure } from './fake-azure.js';
import { github } from './fake-github.js';
import { gitlab } from './fake-gitlab.js';
import type { FakeItem } from './fake-items.js';
import { jiraCloud, jiraDataCenter } from './fake-jira.js';
import { linear } from './fake-linear.js';
import { redmine } from './fake-redmine.js';
import type { FakeAnswer, FakeRequest } from './fake-server.js';
import { shortcut } from './fake-shortcut.js';

export interface FakeTracker {
  readonly type: TrackerType;
  readonly project: string;
  readonly customerField: string;
  readonly keyOf: (number: number) => string;
  readonly handle: (request: FakeRequest, items: readonly FakeItem[], base: string) => FakeAnswer;
}

/** Stateful stand-ins for every tracker that is asked over HTTP. Pages have two items. */
export const fakeTrackers: readonly FakeTracker[] = [
  { type: 'jira-cloud', project: 'PROD', customerField: 'Customer', keyOf: (number) => `PROD-${number}`, handle: jiraCloud },
  { type: 'jira-data-center', project: 'PROD', customerField: 'Customer', keyOf: (number) => `PROD-${number}`, handle: jiraDataCenter },
  { type: 'github', project: 'ledgerly/app', customerField: 'x', keyOf: (number) => `#${number}`, handle: github },
  { type: 'gitlab', project: 'ledgerly/app', customerField: 'x', keyOf: (number) => `#${number}`, handle: gitlab },
  { type: 'linear', project: 'ENG', customerField: 'x', keyOf: (number) => `ENG-${number}`, handle: linear },
  { type: 'azure-boards', project: 'Shop', customerField: 'Custom.Customer', keyOf: (number) => `AB#${number}`, handle: azure },
  { type: 'aha', project: 'SHOP', customerField: 'Customer', keyOf: (number) => `SHOP-${number}`, handle: aha },
  { type: 'redmine', project: 'shop', customerField: 'Customer', keyOf: (number) => `#${number}`, handle: redmine },
  { type: 'shortcut', project: 'x', customerField: 'x', keyOf: (number) => `sc-${number}`, handle: shortcut },
];
