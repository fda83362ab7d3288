/** Names of what must not be written into a cache, in any style; `tokens` counts, `tokenizer` does not. */
const secretName =
  /(?:^|[^a-z])(?:secrets?|passwords?|passwd|pwd|passphrase|tokens?|credentials?|authorization|(?:api|access|private|secret|signing|encryption|sdk|service|server)[-_.]?keys?|dsn|salt|signature|certificates?|cert|pem|connection[-_.]?string|webhook)(?![a-z])/;

/** Values that are secrets whatever they are called: addresses with a password, keys in PEM, tokens of three parts. */
const secretValue = /:\/\/[^/\s:@]*:[^/\s@]+@|-----BEGIN|^eyJ[\w-]+\.[\w-]+\./;

/** Whether a value that stands under this name could be a secret. */
export function namesSecret(name: string): boolean {
  return secretName.test(name.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2').toLowerCase());
}

export function looksSecret(value: string): boolean {
  return secretValue.test(value);
}
