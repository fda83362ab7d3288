import type { Customization } from '../model/plan.js';

/** A tracker item before anybody has sent it. */
export interface TrackerDraft {
  readonly title: string;
  /** Markdown. Whatever comes from code or trackers stands in code blocks, so that nothing in it is a link, a mention or mark-up. */
  readonly body: string;
}

/** Trackers cut longer titles. */
const titleLength = 120;
/** Places that are listed; the rest is counted. */
const listed = 50;

const verbs = { keep: 'Keep', isolate: 'Isolate', generalise: 'Generalise', retire: 'Retire' } as const;

/** The item that a team would open for what it decided about a customization, or for deciding it. Nothing is sent. */
export function trackerDraft({ id, name, customerName, sites, requests, suggestion, decision, footprint }: Customization): TrackerDraft {
  const option = decision?.option ?? null;
  const title = `${option === null ? 'Decide about' : verbs[option]} ${name} for ${customerName}`;
  const more = sites.length > listed ? [`… and ${String(sites.length - listed)} more`] : [];
  const places = [...sites.slice(0, listed).map(({ path, line, text }) => `${path}:${String(line)}  ${text}`), ...more];
  const facts = [
    `Customization: ${id}`,
    `Places: ${String(footprint.sites)}, lines: ${String(footprint.lines)}, folders: ${String(footprint.scatter)}`,
    ...(requests.length > 0 ? [`Requests: ${requests.map(({ key }) => key).join(', ')}`] : []),
    ...(decision === null ? [] : [`Owner: ${decision.owner || 'nobody yet'}, review: ${decision.reviewOn ?? 'never'}`]),
  ];
  const reasons = decision !== null && decision.note !== '' ? decision.note : suggestion.because.join(' ');
  const missing = suggestion.missing.length === 0 ? [] : ['Not known yet:', '', block(suggestion.missing), ''];
  const body = [block(facts), '', block([reasons]), '', ...missing, 'Places:', '', block(places), ''].join('\n');
  return { title: oneLine(title).slice(0, titleLength), body };
}

/** Each line as text; the fence is longer than any within. */
function block(lines: readonly string[]): string {
  const text = lines.map(oneLine).join('\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ').trim();
}
