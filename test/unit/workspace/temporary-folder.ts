import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type FileContents = Readonly<Record<string, string | Buffer>>;

/** A folder for one test, gone when it is over. */
export class TemporaryFolder {
  readonly path: string;

  constructor(files: FileContents = {}) {
    this.path = realpathSync(mkdtempSync(path.join(tmpdir(), 'oneoff-')));
    this.write(files);
  }

  write(files: FileContents): void {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(path.dirname(this.at(file)), { recursive: true });
      writeFileSync(this.at(file), content);
    }
  }

  at(file: string): string {
    return path.join(this.path, file);
  }

  remove(file = '.'): void {
    rmSync(this.at(file), { recursive: true, force: true });
  }
}
