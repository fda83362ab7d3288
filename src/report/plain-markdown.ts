/** Text in one line that Markdown shows as it is: no mark-up, no HTML, no links; a zero-width space keeps names from being mentioned. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#!|~$&]/g, '\\$&')
    .replace(/@|:\/\/|www\./gi, '$&\u200B');
}
