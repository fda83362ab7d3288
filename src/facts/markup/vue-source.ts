import type { Span } from '../facts.js';
import { attributeText, codeOfScript, isJsxScript, type MarkupSource, type UnreadPart } from './markup-source.js';
import { mustacheDialect, scanMarkup, type MarkupListener, type Tag } from './scan-markup.js';
import { TemplateWriter } from './template-writer.js';

/** A Vue component: its scripts and its template. Other blocks at the top (styles, texts, documentation) hold no code. */
export function readVue(text: string): MarkupSource {
  const listener = new VueListener(text);
  scanMarkup(text, 0, mustacheDialect, listener);
  const { scripts, hasJsx, unread } = listener;
  return { scripts, hasJsx, unread, template: listener.template.finish(text.length) };
}

class VueListener implements MarkupListener {
  readonly isDone = false;
  readonly scripts: Span[] = [];
  readonly unread: UnreadPart[] = [];
  readonly template: TemplateWriter;
  hasJsx = false;
  private readonly text: string;
  /** The block at the top that is being read, if it is no template in HTML. */
  private foreignBlock: string | null = null;

  constructor(text: string) {
    this.text = text;
    this.template = new TemplateWriter(text);
  }

  open(tag: Tag): void {
    if (this.foreignBlock !== null) return;
    if (this.template.depth > 0 || this.isTemplate(tag)) this.template.open(tag);
    else if (!tag.isEmpty) this.foreignBlock = tag.name;
  }

  raw(tag: Tag, content: Span): void {
    if (tag.name !== 'script' || this.foreignBlock !== null || this.template.depth > 0) return;
    const code = codeOfScript(this.text, tag, content);
    if (code) this.scripts.push(code);
    this.hasJsx ||= isJsxScript(this.text, tag);
  }

  close(name: string, tag: Span): void {
    if (this.foreignBlock === null) this.template.close(name, tag);
    else if (this.foreignBlock === name) this.foreignBlock = null;
  }

  hole(code: Span): void {
    if (this.template.depth > 0) this.template.interpolation(code);
  }

  private isTemplate(tag: Tag): boolean {
    if (tag.name !== 'template') return false;
    const language = attributeText(this.text, tag, 'lang');
    if (language === '' || language === 'html') return true;
    this.unread.push({ start: tag.start, end: tag.end, message: `templates in ${language.slice(0, 20)} are not read` });
    return false;
  }
}
