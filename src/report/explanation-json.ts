import { schemaVersion } from '../model/report.js';
import type { PlaceExplanation } from '../model/explanation.js';
import { tool } from './tool.js';

/** What `oneoff explain --format json` writes; media/explanation.schema.json describes it. `root` is the absolute path of the scanned folder. */
export function formatExplanationJson(root: string, explanation: PlaceExplanation): string {
  return `${JSON.stringify({ schemaVersion, tool, root, ...explanation }, null, 2)}\n`;
}
