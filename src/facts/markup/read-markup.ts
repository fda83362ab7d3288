import { readAstro } from './astro-source.js';
import { readHtml } from './html-source.js';
import type { MarkupLanguage } from './markup-language.js';
import type { MarkupSource } from './markup-source.js';
import { readSvelte } from './svelte-source.js';
import { readVue } from './vue-source.js';

const readers: Readonly<Record<MarkupLanguage, (text: string) => MarkupSource>> = {
  vue: readVue,
  svelte: readSvelte,
  astro: readAstro,
  html: readHtml,
};

/** What of a markup file is code. Linear in the length of the text; never throws. */
export function readMarkup(text: string, language: MarkupLanguage): MarkupSource {
  return readers[language](text);
}
