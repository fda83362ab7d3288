import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes pieces one after the other, without joining them in memory. Never leaves half a file under the name, nor anything beside it. */
export function replaceFile(file: string, pieces: Iterable<Uint8Array>): void {
  const temporary = `${file}.${process.pid}`;
  try {
    const opened = openSync(temporary, 'w');
    try {
      for (const piece of pieces) writeFileSync(opened, piece);
    } finally {
      closeSync(opened);
    }
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}
