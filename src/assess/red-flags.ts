import type { RedFlag } from '../model/red-flag.js';
import { administrationNeglected, emergencies, experienceTraces, salesFigures } from './red-flag-work.js';
import { overCustomised, pricePerDeal, promisesFirst, singleClients, visionTraces } from './red-flag-code.js';
import { redFlagFacts, type Found, type RedFlagFacts, type RedFlagInput } from './red-flag-facts.js';

type Definition = Omit<RedFlag, 'indicators' | 'missing'> & { readonly look: (facts: RedFlagFacts) => Found };

const definitions: readonly Definition[] = [
  {
    number: 1,
    sign: 'Promises are made without the product team',
    basis: 'proxy',
    caveat: 'The promise itself cannot be seen; a request that was written down late looks the same.',
    look: promisesFirst,
  },
  {
    number: 2,
    sign: 'Single clients make the roadmap',
    basis: 'measured',
    caveat:
      'More than half of the work for single customers is where product firms begin to work as service firms. Requests without a customer are not counted.',
    look: singleClients,
  },
  {
    number: 3,
    sign: 'There is no long-term vision',
    basis: 'trace',
    caveat: 'Trackers hold work, not visions; that there are no far dates does not mean that there is no vision. Ask the people.',
    look: visionTraces,
  },
  {
    number: 4,
    sign: 'User experience counts for little',
    basis: 'trace',
    caveat: 'Code says nothing of how a product feels. This is no score of its user experience.',
    look: experienceTraces,
  },
  {
    number: 5,
    sign: 'Each deal has its own price',
    basis: 'measured',
    caveat: 'Only prices in code are seen, by names of files and folders; those in a CRM or a billing service are not.',
    look: pricePerDeal,
  },
  {
    number: 6,
    sign: 'What no customer asks for is neglected',
    basis: 'proxy',
    caveat: 'Areas are told by names of files and labels. Little change may also mean that something is finished.',
    look: administrationNeglected,
  },
  {
    number: 7,
    sign: 'Emergencies set the pace',
    basis: 'measured',
    caveat: 'Hotfixes and reverts are told by what commits say. Security fixes that are labelled so are left out.',
    look: emergencies,
  },
  {
    number: 8,
    sign: 'Marketing, sales and product tell different stories',
    basis: 'unobservable',
    caveat: 'Not observable from code, and no figure is made up for it. Ask the people.',
    look: () => ({ indicators: [], missing: [] }),
  },
  {
    number: 9,
    sign: 'The product is over-customised',
    basis: 'measured',
    caveat: 'Counted in the code itself, as sure as the findings are. Trends count what still stands, by when it came.',
    look: overCustomised,
  },
  {
    number: 10,
    sign: 'Only sales figures count',
    basis: 'trace',
    caveat: 'What a team measures elsewhere is not seen. Ask the people.',
    look: salesFigures,
  },
];

/** The ten signs that sales steers the product, as far as code, history and trackers show them. Linear in findings, items and commits. */
export function redFlags(input: RedFlagInput): readonly RedFlag[] {
  const facts = redFlagFacts(input);
  return definitions.map(({ look, ...sign }) => ({ ...sign, ...look(facts) }));
}
