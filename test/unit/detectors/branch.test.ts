import { branchCases } from './cases/branch-cases.js';
import { assertFinds, loadParsers } from './detect-text.js';

describe('branches', () => {
  before(loadParsers);

  for (const one of branchCases) {
    it(`are found in ${one.name}`, () => {
      assertFinds(one);
    });
  }
});
