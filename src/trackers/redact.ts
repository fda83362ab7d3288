/** Shorter texts are no tokens, and would make holes into any message. */
const shortestSecret = 4;

/** A text without secrets, also as they stand in addresses and in Basic authorization; control characters become spaces. */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret), btoa(encodeURIComponent(secret)), JSON.stringify(secret).slice(1, -1)])
    .sort((a, b) => b.length - a.length);
  return forms.reduce((rest, form) => rest.replaceAll(form, '•••'), text).replace(/\p{Cc}+/gu, ' ');
}
