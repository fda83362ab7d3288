import { installationTraps } from './cases/installation-cases.js';
import { nearMisses } from './cases/near-misses.js';
import { temptations } from './cases/temptations.js';
import { traps } from './cases/traps.js';
import { assertLeaves, loadParsers } from './detect-text.js';

describe('no one-off', () => {
  before(loadParsers);

  for (const one of [...temptations, ...traps, ...nearMisses, ...installationTraps]) {
    it(`is ${one.name}: ${one.why}`, () => {
      assertLeaves(one);
    });
  }
});
