/** Source text and file names could hold terminal commands; these are shown, not obeyed. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
}
