import type { Span } from '../facts.js';
import type { SourceComment } from '../parse.js';

/** The `<!-- … -->` of a file that stand in none of its scripts. Linear. */
export function markupComments(text: string, scripts: readonly Span[]): readonly SourceComment[] {
  const comments: SourceComment[] = [];
  for (let start = text.indexOf('<!--'); start >= 0;) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) break;
    const script = scripts.find((span) => start >= span.start && start < span.end);
    if (!script) comments.push({ text: text.slice(start + 4, close), start, end: close + 3 });
    start = text.indexOf('<!--', script ? script.end : close + 3);
  }
  return comments;
}
