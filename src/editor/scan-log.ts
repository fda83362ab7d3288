import { DisposableStore, type Disposable } from './disposable-store.js';
import type { Folder } from './folders.js';
import type { Services } from './services.js';

/** More lines than this would bury the rest of the log. */
const maxSkipped = 200;

/** Writes to the output what scans did, what they left out and why they failed. */
export function registerScanLog({ folders, output }: Services): Disposable {
  const held = new DisposableStore();
  const failures = new WeakMap<Folder, string>();
  const unread = new WeakMap<Folder, string>();
  held.add(
    folders.onDidChangeState(() => {
      for (const folder of folders.all) {
        const { state } = folder.session;
        const message = state.is === 'failed' ? state.message : '';
        if (message !== '' && failures.get(folder) !== message) output.error(`${folder.name}: ${message}`);
        failures.set(folder, message);
        const { history } = folder.session;
        const reason = history.is === 'failed' ? history.message : '';
        if (reason !== '' && unread.get(folder) !== reason) output.warn(`${folder.name}: the history was not read. ${reason}`);
        unread.set(folder, reason);
      }
    }),
  );
  held.add(
    folders.onDidChangeSummary(() => {
      for (const folder of folders.all) for (const line of summaryLines(folder)) output.info(line);
    }),
  );
  return held;
}

function summaryLines({ name, session }: Folder): readonly string[] {
  const { summary } = session.model;
  if (!summary) return [];
  const { stats, customers, skipped, config, history } = summary;
  const milliseconds = Object.values(stats.ms).reduce((sum, each) => sum + each, 0);
  const lines = [
    `${name}: ${stats.files} files, ${stats.lines} lines, ${customers.length} customers, ${stats.parsed} parsed and ${stats.cached} from the cache in ${Math.round(milliseconds)} ms; configuration ${config.file ?? 'none'}`,
    ...(history?.notices ?? []).map((notice) => `${name}: ${notice}`),
    ...skipped.slice(0, maxSkipped).map(({ path, reason }) => `${name}: ${path} was left out. ${reason}`),
  ];
  if (skipped.length > maxSkipped) lines.push(`${name}: ${skipped.length - maxSkipped} more files were left out.`);
  return lines;
}
