/** What reports say they were made by; the version is that of package.json, which a test holds. */
export const tool = { name: 'oneoff', version: '0.1.0' } as const;
