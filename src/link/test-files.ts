/** Folders and endings by which test code is known. */
const testFolder = /(^|\/)(tests?|specs?|__tests__|__mocks__|__fixtures__|fixtures?|mocks?|e2e|cypress|stories)\//i;
const testEnding = /[._-](test|tests|spec|stories|mock|fixture)\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i;

/** Whether a file is there to test others. Tests invent customers and flags as they need them, so they can't introduce any. */
export function isTestFile(path: string): boolean {
  return testFolder.test(path) || testEnding.test(path);
}
