import { z } from 'zod';

const node = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.looseObject({ text: z.string().optional(), url: z.string().optional(), shortName: z.string().optional() }).optional(),
  content: z.array(z.unknown()).optional(),
});

/** Blocks in blocks deeper than this are left out. */
const depthLimit = 50;

const blocks = new Set([
  'paragraph',
  'heading',
  'listItem',
  'codeBlock',
  'blockquote',
  'tableRow',
  'panel',
  'rule',
  'hardBreak',
  'mediaSingle',
]);

/** The plain text of a document in Atlassian Document Format, one line a block. What is no such document has no text. */
export function adfText(document: unknown): string {
  if (typeof document === 'string') return document;
  return inner(document, 0)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function inner(value: unknown, depth: number): string {
  const read = node.safeParse(value);
  if (!read.success || depth > depthLimit) return '';
  const { type, text, attrs, content = [] } = read.data;
  const own = text ?? attrs?.text ?? attrs?.url ?? attrs?.shortName ?? '';
  const within = content.map((child) => inner(child, depth + 1)).join(type === 'tableRow' ? ' ' : '');
  return `${own}${within}${blocks.has(type) ? '\n' : ''}`;
}
