import { monthsAgo, StoryRepository } from '../story-repository.js';

const tenant = "export const tenant = { slug: process.env['TENANT'] ?? '' };\n";

const plain = `import { tenant } from './tenant.js';

export function discount(total: number): number {
  return total;
}
`;

const forAcme = plain.replace(
  '  return total;\n',
  `  if (tenant.slug === 'acme') {
    const rate = 0.8;
    return total * rate;
  }
  return total;
`,
);

const forGlobex = `${forAcme}
export function label(): string {
  return tenant.slug === 'globex' ? 'Globex special' : 'Standard';
}
`;

const rounded = forGlobex.replace('return total * rate;', 'return Math.round(total * rate);');

const config = {
  customers: [
    { id: 'acme', name: 'Acme Corp' },
    { id: 'globex', name: 'Globex' },
  ],
  trackers: [{ id: 'requests', type: 'file', path: 'requests.json' }],
};

const requests = [
  { key: 'PROD-123', title: 'Volume discount', status: 'Done', updated: '2026-01-10', url: 'https://tracker.example.com/PROD-123' },
  { key: 'PROD-200', title: 'Own label', status: 'Open', updated: '2026-06-01', url: 'https://tracker.example.com/PROD-200' },
];

/** A shop that grew a discount for one customer and a label for another, as its commits tell. */
export function storyFolder(): string {
  const repository = new StoryRepository();
  const pricing = 'src/pricing.ts';
  repository.write('src/tenant.ts', tenant);
  repository.write(pricing, plain);
  repository.write('package.json', '{ "name": "shop", "version": "1.0.0" }\n');
  repository.write('oneoff.config.json', `${JSON.stringify(config, null, 2)}\n`);
  repository.write('requests.json', `${JSON.stringify(requests, null, 2)}\n`);
  repository.commit('Start the shop', monthsAgo(20));
  repository.write(pricing, forAcme);
  repository.commit('Volume discount for Acme\n\nPROD-123', monthsAgo(14));
  repository.write(pricing, forGlobex);
  repository.commit('A label of its own for Globex', monthsAgo(5));
  repository.write(pricing, rounded);
  repository.commit('Round prices', monthsAgo(2));
  return repository.folder;
}
