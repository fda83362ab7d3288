import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Never leaves half a file under the name, nor anything beside it. */
export function replaceFile(file: string, content: Buffer): void {
  const temporary = `${file}.${process.pid}`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}
