import type { SourceComment } from '../parse.js';
import type { DataLanguage } from './data-language.js';

const marks: Readonly<Record<DataLanguage, RegExp>> = {
  json: /(?<=^|[\s,{}[\]])\/\/([^\r\n]*)/gm,
  yaml: /(?<=^|\s)#([^\r\n]*)/gm,
  environment: /^[ \t]*#([^\r\n]*)/gm,
};

/** What can be a comment up to the end of its line. Quoted texts are not told apart: few begin as a directive does. */
export function dataComments(text: string, language: DataLanguage): readonly SourceComment[] {
  return [...text.matchAll(marks[language])].map((match) => {
    const end = match.index + match[0].length;
    return { text: match[1] ?? '', start: match.index, end };
  });
}
