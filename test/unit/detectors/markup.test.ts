import { markupCases, markupTemptations } from './cases/markup-cases.js';
import { assertFinds, assertLeaves, loadParsers } from './detect-text.js';

describe('code in markup', () => {
  before(loadParsers);

  for (const one of markupCases) {
    it(`is found in ${one.name}`, () => {
      assertFinds(one);
    });
  }

  for (const one of markupTemptations) {
    it(`is not taken from ${one.name}: ${one.why}`, () => {
      assertLeaves(one);
    });
  }
});
