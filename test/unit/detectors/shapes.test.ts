import { dispatchCases } from './cases/dispatch-cases.js';
import { gateCases } from './cases/gate-cases.js';
import { installationCases } from './cases/installation-cases.js';
import { assertFinds, loadParsers } from './detect-text.js';

describe('shapes', () => {
  before(loadParsers);

  for (const one of [...gateCases, ...dispatchCases, ...installationCases]) {
    it(`are found in ${one.name}`, () => {
      assertFinds(one);
    });
  }
});
