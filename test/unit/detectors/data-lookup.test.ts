import { dataCases, dataTemptations } from './cases/data-cases.js';
import { assertFinds, assertLeaves, loadParsers } from './detect-text.js';

describe('settings per customer in data files', () => {
  before(loadParsers);

  for (const one of dataCases) {
    it(`are found in ${one.name}`, () => {
      assertFinds(one);
    });
  }

  for (const one of dataTemptations) {
    it(`are not ${one.name}: ${one.why}`, () => {
      assertLeaves(one);
    });
  }
});
