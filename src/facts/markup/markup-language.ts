/** Languages whose files are markup with code in it. */
export type MarkupLanguage = 'vue' | 'svelte' | 'astro' | 'html';

/** The markup language of a file by its extension, or null for JavaScript, TypeScript and anything else. */
export function markupLanguage(path: string): MarkupLanguage | null {
  const extension = /\.(vue|svelte|astro|html?)$/i.exec(path)?.[1]?.toLowerCase();
  if (extension === 'vue' || extension === 'svelte' || extension === 'astro') return extension;
  return extension === undefined ? null : 'html';
}
