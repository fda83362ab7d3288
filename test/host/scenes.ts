import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { forkFolder } from './fork-story.js';
import { storyFolder } from './story.js';

/** One window to test in: what is open in it, and the settings it starts with. Its tests are in `suite/<name>/`. */
export interface Scene {
  readonly name: string;
  /** Makes what the window opens, in a folder of its own; null opens nothing. */
  readonly open: () => Promise<string | null>;
}

type Files = Readonly<Record<string, string>>;

export async function writeFiles(files: Files): Promise<string> {
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

const tenant = "export const tenant = { slug: process.env['TENANT'] ?? '' };\n";

const config = `{
  // who we build for
  "customers": [
    { "id": "acme", "name": "Acme Corp" },
    { "id": "globex", "name": "Globex" }
  ]
}
`;

const small: Files = { 'src/pricing.ts': pricing, 'src/tenant.ts': tenant, 'package.json': '{ "name": "small", "version": "1.0.0" }\n' };

/** 3,000 lines with a branch for Acme in every tenth function. */
function longFile(): string {
  const part = (index: number): string => `
/** Sums up the lines of an order for period ${index}. */
export function total${index}(lines: readonly Line[], rebate = 0): number {
  let sum = 0;
  for (const line of lines) {
    sum += line.price * line.count;
  }
  ${index % 10 === 5 ? "if (tenant.slug === 'acme') sum *= 0.9;" : 'if (sum > 1000) sum -= rebate;'}
  return Math.round(sum * 100) / 100;
}
`;
  const head = "import { tenant } from './tenant.js';\n\ninterface Line {\n  readonly price: number;\n  readonly count: number;\n}\n";
  return head + Array.from({ length: 300 }, (_, index) => part(index)).join('');
}

const many: Files = Object.fromEntries(
  Array.from({ length: 600 }, (_, index) => [`src/part-${index}.ts`, pricing.replaceAll('discount', `discount${index}`)]),
);

const components: Files = {
  'src/page.vue': '<template>\n  <p v-if="tenant.slug === \'acme\'">\n    Hi\n  </p>\n</template>\n',
  'src/page.svelte': "{#if tenant.slug === 'globex'}\n  Hi\n{/if}\n",
  'oneoff.config.json': config,
};

/** A workspace of two folders that both know Acme. */
async function twoFolders(): Promise<string> {
  const folder = await writeFiles({
    'api/src/pricing.ts': pricing,
    'api/oneoff.config.json': config,
    'web/src/page.ts': "declare const tenant: { slug: string };\nexport const title = tenant.slug === 'acme' ? 'Acme' : 'Shop';\n",
    'web/oneoff.config.json': config,
    'both.code-workspace': JSON.stringify({ folders: [{ path: 'api' }, { path: 'web' }] }),
  });
  return join(folder, 'both.code-workspace');
}

export const scenes: readonly Scene[] = [
  { name: 'folder', open: () => writeFiles({ ...small, 'oneoff.config.json': config }) },
  { name: 'inferred', open: () => writeFiles({ ...small, 'src/more.ts': pricing }) },
  { name: 'several', open: twoFolders },
  { name: 'story', open: () => Promise.resolve(storyFolder()) },
  { name: 'planning', open: () => Promise.resolve(storyFolder()) },
  { name: 'forks', open: () => Promise.resolve(forkFolder()) },
  { name: 'components', open: () => writeFiles(components) },
  { name: 'long-file', open: () => writeFiles({ ...small, 'src/long.ts': longFile(), 'oneoff.config.json': config }) },
  { name: 'many-files', open: () => writeFiles({ ...many, 'src/tenant.ts': tenant, 'oneoff.config.json': config }) },
  { name: 'nothing-found', open: () => writeFiles({ 'src/plain.ts': 'export const answer = 42;\n' }) },
  { name: 'no-folder', open: () => Promise.resolve(null) },
];
