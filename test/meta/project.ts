import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';

/** The root of the project, seen from `out/test/meta`. */
export const projectFolder = dirname(dirname(dirname(import.meta.dirname)));

export function readText(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8');
}

export function readJson(path: string): unknown {
  return JSON.parse(readText(path));
}

/** Posix paths, relative to the project, of the files below a folder. */
export function filesBelow(folder: string, extension: string): readonly string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** Fenced code blocks of a Markdown file in one of the given languages. */
export function codeBlocks(markdown: string, languages: readonly string[]): readonly string[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .filter(([, language]) => language !== undefined && languages.includes(language))
    .map(([, , code]) => code ?? '');
}

const menuItem = z.object({ command: z.string(), when: z.string().optional() });
const view = z.object({ id: z.string(), name: z.string() });

/** The parts of package.json that tests look at. */
export const manifest = z
  .object({
    version: z.string(),
    main: z.string(),
    bin: z.record(z.string(), z.string()),
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    activationEvents: z.array(z.string()),
    contributes: z.object({
      commands: z.array(z.object({ command: z.string(), title: z.string() })),
      views: z.record(z.string(), z.array(view)),
      viewsContainers: z.object({ activitybar: z.array(z.object({ id: z.string(), icon: z.string() })) }),
      viewsWelcome: z.array(z.object({ view: z.string(), contents: z.string(), when: z.string() })),
      walkthroughs: z.array(z.object({ steps: z.array(z.object({ media: z.object({ image: z.string() }) })) })),
      menus: z.record(z.string(), z.array(menuItem)),
      configuration: z.object({ properties: z.record(z.string(), z.object({ default: z.unknown(), markdownDescription: z.string() })) }),
      colors: z.array(z.object({ id: z.string(), defaults: z.record(z.string(), z.string()) })),
      jsonValidation: z.array(z.object({ fileMatch: z.string(), url: z.string() })),
    }),
  })
  .parse(readJson('package.json'));
