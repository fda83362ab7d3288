import type { Span } from '../facts.js';
import { codeOfScript, isJsxScript, type MarkupSource } from './markup-source.js';
import { mustacheDialect, scanMarkup, type MarkupListener, type Tag } from './scan-markup.js';
import { TemplateWriter } from './template-writer.js';

/** HTML: scripts, event attributes, and the directives of the frameworks that use it as their template language. */
export function readHtml(text: string): MarkupSource {
  const listener = new HtmlListener(text);
  scanMarkup(text, 0, mustacheDialect, listener);
  const { scripts, hasJsx } = listener;
  return { scripts, hasJsx, template: listener.template.finish(text.length), unread: [] };
}

class HtmlListener implements MarkupListener {
  readonly isDone = false;
  readonly scripts: Span[] = [];
  readonly template: TemplateWriter;
  hasJsx = false;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.template = new TemplateWriter(text);
  }

  open(tag: Tag): void {
    this.template.open(tag);
  }

  raw(tag: Tag, content: Span): void {
    const code = tag.name.toLowerCase() === 'script' ? codeOfScript(this.text, tag, content) : null;
    if (!code) return;
    this.scripts.push(code);
    this.hasJsx ||= isJsxScript(this.text, tag);
  }

  close(name: string, tag: Span): void {
    this.template.close(name, tag);
  }

  hole(code: Span): void {
    this.template.interpolation(code);
  }
}
