import { definitionCases } from './cases/definition-cases.js';
import { assertFinds, loadParsers } from './detect-text.js';

describe('definitions', () => {
  before(loadParsers);

  for (const one of definitionCases) {
    it(`are found in ${one.name}`, () => {
      assertFinds(one);
    });
  }
});
