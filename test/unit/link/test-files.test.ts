import assert from 'node:assert/strict';
import { isTestFile } from '../../../src/link/test-files.js';

describe('test files', () => {
  for (const path of ['src/a.test.ts', 'src/a.spec.tsx', 'src/logo.stories.svelte', 'src/logo.spec.vue', 'tests/a.ts', 'e2e/login.html']) {
    it(`include ${path}`, () => {
      assert.equal(isTestFile(path), true);
    });
  }
  for (const path of ['src/a.ts', 'src/latest.vue', 'src/contest/a.ts', 'src/spec.ts', 'src/test.svelte']) {
    it(`do not include ${path}`, () => {
      assert.equal(isTestFile(path), false);
    });
  }
});
