import assert from 'node:assert/strict';
import { planChain } from '../../../src/editor/chain-plan.js';
import type { Step } from '../../../src/model/explanation.js';
import { at, english } from './examples.js';

function step(given: Partial<Step>): Step {
  return {
    what: 'predicate',
    text: 'isAcme',
    place: { path: 'src/rules.ts', range: at(1, 14, 6) },
    note: '',
    for: [],
    against: [],
    ...given,
  };
}

describe('the chain in a hover', () => {
  it('has a line for each step but that under the pointer, and the strongest reason on either side', () => {
    const steps = [
      step({ what: 'condition', text: 'isAcme(tenant)', against: ['Zero.'] }),
      step({ note: "returns slug === 'acme'" }),
      step({ what: 'customer', text: 'Acme', place: null, for: ['One.', 'Two.'], against: ['Three.', 'Four.'] }),
    ];
    assert.deepEqual(
      planChain(english, steps).map(({ label, text, place, note }) => [label, text, place?.range.start.column ?? null, note]),
      [
        ['against', '', null, 'Zero.'],
        ['predicate', 'isAcme', 14, "returns slug === 'acme'"],
        ['customer', 'Acme', null, ''],
        ['for', '', null, 'One.'],
        ['against', '', null, 'Three.'],
      ],
    );
  });

  it('is cut where it would hide the code', () => {
    const chain = planChain(
      english,
      Array.from({ length: 20 }, () => step({})),
    );
    assert.equal(chain.length, 9);
    assert.equal(chain.at(-1)?.label, '11 more');
  });

  it('is nothing for nothing', () => {
    assert.deepEqual(planChain(english, []), []);
  });
});
