import type { TrackerType } from '../model/tracker.js';
import { Aha } from './aha.js';
import { AzureBoards } from './azure-boards.js';
import { ExportFile } from './export-file.js';
import { GitHub } from './github.js';
import { GitLab } from './gitlab.js';
import { JiraCloud } from './jira-cloud.js';
import { JiraDataCenter } from './jira-data-center.js';
import { Linear } from './linear.js';
import { Redmine } from './redmine.js';
import { Shortcut } from './shortcut.js';
import type { Tracker, TrackerSurroundings } from './tracker.js';

const makers: Readonly<Record<TrackerType, new (surroundings: TrackerSurroundings) => Tracker>> = {
  'jira-cloud': JiraCloud,
  'jira-data-center': JiraDataCenter,
  github: GitHub,
  gitlab: GitLab,
  linear: Linear,
  'azure-boards': AzureBoards,
  aha: Aha,
  redmine: Redmine,
  shortcut: Shortcut,
  file: ExportFile,
};

/** The tracker that a configuration names. Asks nothing yet. */
export function openTracker(surroundings: TrackerSurroundings): Tracker {
  return new makers[surroundings.config.type](surroundings);
}
