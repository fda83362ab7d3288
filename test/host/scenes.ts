import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One window to test in: what is open in it, and the settings it starts with. Its tests are in `suite/<name>/`. */
export interface Scene {
  readonly name: string;
  /** Makes what the window opens; null opens nothing. */
  open(): Promise<string | null>;
  readonly settings?: Readonly<Record<string, unknown>>;
}

async function writeFiles(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'oneoff-scene-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const pricing = `import { tenant } from './tenant.js';

export function discount(total: number): number {
  if (tenant.slug === 'acme') {
    return total * 0.8;
  }
  return total;
}

export function label(): string {
  return tenant.slug === 'globex' ? 'Globex special' : 'Standard';
}
`;

const config = `{
  // who we build for
  "customers": [
    { "id": "acme", "name": "Acme Corp" },
    { "id": "globex", "name": "Globex" }
  ]
}
`;

const small = {
  'src/pricing.ts': pricing,
  'src/tenant.ts': "export const tenant = { slug: process.env['TENANT'] ?? '' };\n",
  'src/plain.ts': 'export const answer = 42;\n',
  'package.json': '{ "name": "small", "version": "1.0.0" }\n',
};

export const scenes: readonly Scene[] = [
  { name: 'folder', open: () => writeFiles({ ...small, 'oneoff.config.json': config }) },
  { name: 'empty', open: () => writeFiles({ 'src/plain.ts': small['src/plain.ts'] }) },
];
