import { SingleBar } from 'cli-progress';
import type { Progress } from '../workspace/session.js';

const labels: Readonly<Record<Progress['step'], string>> = {
  discover: 'Finding files',
  parse: 'Reading',
  link: 'Linking',
  detect: 'Detecting',
  history: 'Reading the history',
};

export interface ProgressDisplay {
  show(progress: Progress): void;
  end(): void;
}

/** A bar on a terminal, nothing elsewhere: logs and pipes stay clean. */
export function showProgress(stream: NodeJS.WritableStream & { readonly isTTY?: boolean }): ProgressDisplay {
  if (stream.isTTY !== true) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    stream,
    format: '{label} {bar} {value}/{total}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    gracefulExit: false,
  });
  bar.start(1, 0, { label: labels.discover });
  return {
    show({ step, done, total }) {
      bar.setTotal(Math.max(1, total));
      bar.update(done, { label: labels[step] });
    },
    end() {
      bar.stop();
    },
  };
}
