// Writes src/report/html/assets.ts from the style and script beside it, with the hashes that the page's policy names.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const folder = new URL('../src/report/html/', import.meta.url);
const asset = (name) => {
  // A line break at either end keeps the text as it is between its tags.
  const text = `\n${readFileSync(new URL(name, folder), 'utf8')}`;
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
};
const code = `// Written by npm run write-report-assets from page.css and page.js; change those.
export const style = ${JSON.stringify(asset('page.css'))};
export const script = ${JSON.stringify(asset('page.js'))};
`;
const options = JSON.parse(readFileSync(new URL('../.prettierrc.json', import.meta.url), 'utf8'));
writeFileSync(new URL('assets.ts', folder), await format(code, { ...options, parser: 'typescript' }));
