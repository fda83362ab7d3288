/** Prefixes that look like those of a tracker and belong to standards, algorithms and the like. */
const standards = new Set(
  `UTF UCS ISO IEC IEEE ANSI ECMA ES DIN EN RFC BCP STD PEP JSR JEP PSR EIP ERC BIP RED CVE CWE GHSA CAPEC SHA MD AES DES RSA DSA ED RC HMAC
    CRC PKCS FIPS NIST SP TLS SSL SSH HTTP HTTPS HTML CSS JS TS WCAG OAUTH SAML IP IPV UUID GUID BASE ASCII CP KOI GB BIG LATIN WIN WINDOWS
    MAC OSX IOS ANDROID UTC GMT CET EST PST MPEG MP H X I PNG JPEG A B US USB RS PCI DSS SOC HIPAA GDPR COVID SARS Q FY V VERSION STEP PHASE
    PART LEVEL TOP NODE PYTHON JAVA PHP ROW COL COLUMN LINE PAGE FIG TABLE SECTION CHAPTER TEST CASE ITEM GPT LLAMA CLAUDE T`
    .trim()
    .split(/\s+/),
);

/** Texts with different numbers that a prefix has to stand in before it is taken for a project's. */
const support = 3;

const keyLike = /(?<![\p{L}\p{N}_.-])([A-Z][A-Z0-9]{1,9})-(\d{1,6})(?![\p{L}\p{N}_]|[-.]\d)/gu;

/**
 * Prefixes that recur with different numbers in different texts, and so are probably keys of a tracker that is not connected. One place
 * alone proves nothing: `UTF-8` looks like a key too.
 */
export function recurringPrefixes(texts: Iterable<string>): ReadonlySet<string> {
  const numbers = new Map<string, Set<string>>();
  for (const text of texts) {
    const here = new Map([...text.matchAll(keyLike)].map(([, prefix = '', number = '']) => [prefix, number]));
    for (const [prefix, number] of here) {
      if (!standards.has(prefix)) numbers.set(prefix, (numbers.get(prefix) ?? new Set<string>()).add(number));
    }
  }
  return new Set([...numbers].flatMap(([prefix, distinct]) => (distinct.size >= support ? [prefix] : [])));
}
