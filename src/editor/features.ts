import { registerConfigProblems } from './config-problems.js';
import { registerContextKeys } from './context-keys.js';
import { registerCustomerCommands } from './customer-commands.js';
import { registerDiagnostics } from './diagnostics.js';
import { registerDirectiveProblems } from './directive-problems.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { registerFileWatch } from './file-watch.js';
import { registerForkCommands } from './fork-commands.js';
import { registerGitContent } from './git-content.js';
import { registerHeadWatch } from './head-watch.js';
import { registerHover } from './hover.js';
import { registerIgnoreActions } from './ignore-actions.js';
import { registerOverviewRuler } from './overview-ruler.js';
import { registerPartContent } from './part-content.js';
import { registerReportView } from './report-view.js';
import { registerRequestCommands } from './request-commands.js';
import { registerRescan } from './rescan.js';
import { registerScanCommands } from './scan-commands.js';
import { registerScanLog } from './scan-log.js';
import type { WindowServices } from './services.js';
import { registerStatusBar } from './status-bar.js';
import { registerTextEdits } from './text-edits.js';
import { registerTrackerCommands } from './tracker-commands.js';
import { registerTreeCommands } from './tree-commands.js';

/** Those that show, those that tell, those that drive; the scan starts last. */
const features: readonly ((services: WindowServices) => Disposable)[] = [
  registerOverviewRuler,
  registerDiagnostics,
  registerHover,
  registerStatusBar,
  registerContextKeys,
  registerConfigProblems,
  registerDirectiveProblems,
  registerIgnoreActions,
  registerScanCommands,
  registerTreeCommands,
  registerRequestCommands,
  registerTrackerCommands,
  registerForkCommands,
  registerReportView,
  registerGitContent,
  registerPartContent,
  registerCustomerCommands,
  registerScanLog,
  registerFileWatch,
  registerHeadWatch,
  registerTextEdits,
  registerRescan,
];

/** Every feature that nobody else has to look at. */
export function registerFeatures(services: WindowServices): Disposable {
  const held = new DisposableStore();
  for (const register of features) held.add(register(services));
  return held;
}
