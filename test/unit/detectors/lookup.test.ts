import { lookupCases } from './cases/lookup-cases.js';
import { assertFinds, loadParsers } from './detect-text.js';

describe('lookups', () => {
  before(loadParsers);

  for (const one of lookupCases) {
    it(`are found in ${one.name}`, () => {
      assertFinds(one);
    });
  }
});
