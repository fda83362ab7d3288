import { importCases } from './cases/import-cases.js';
import { assertFinds, loadParsers } from './detect-text.js';

describe('imports', () => {
  before(loadParsers);

  for (const one of importCases) {
    it(`are found in ${one.name}`, () => {
      assertFinds(one);
    });
  }
});
