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
  /** `of` names what is worked on, where that is not the folder as it is. */
  show(progress: Progress, of?: string): void;
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
    show({ step, done, total }, of = '') {
      bar.setTotal(Math.max(1, total));
      bar.update(done, { label: `${of} ${labels[step]}`.trimStart() });
    },
    end() {
      bar.stop();
    },
  };
}
