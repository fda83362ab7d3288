import type { MentionFact } from './facts.js';
import type { SourceComment } from './parse.js';

/** Longer lines are cut. */
const lineLimit = 300;

/** A generated file can have one on every line. */
const mentionLimit = 1000;

/** An address with a digit, or letters or a mark before digits: `PROD-123`, `sc_12`, `owner/repository#12`, `!12`, `T1234`. */
const keyLike = /https?:\/\/\S*\d|[A-Za-z][-_/]\d|[#!]\d|\b[A-Z]{1,10}\d{2,}/;

/** Lines of comments that could name a request. Which of them do is judged where the trackers are known. Linear. */
export function collectMentions(comments: readonly SourceComment[], source: string): MentionFact[] {
  const mentions: MentionFact[] = [];
  const ends = endsOfRuns(comments, source);
  for (const [index, { text, start, end }] of comments.entries()) {
    const isAlone = /^[\s{]*$/.test(source.slice(source.lastIndexOf('\n', start - 1) + 1, start));
    let offset = start;
    for (const line of text.split('\n')) {
      const cut = line.slice(0, lineLimit).trim();
      const covered = { start: offset, end: Math.min(offset + line.length + 1, end) };
      if (keyLike.test(cut) && mentions.length < mentionLimit) mentions.push({ text: cut, isAlone, until: ends[index] ?? end, ...covered });
      offset = Math.min(source.indexOf('\n', offset) + 1 || end, end);
    }
  }
  return mentions;
}

/** For each comment, where the run of comments ends that it stands in, with nothing but single line breaks between. */
function endsOfRuns(comments: readonly SourceComment[], source: string): number[] {
  const ends = comments.map(({ end }) => end);
  for (let index = comments.length - 2; index >= 0; index--) {
    const between = source.slice(comments[index]?.end, comments[index + 1]?.start);
    if (/^[ \t]*\r?\n[ \t]*$/.test(between)) ends[index] = ends[index + 1] ?? 0;
  }
  return ends;
}
