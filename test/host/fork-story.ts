import { monthsAgo, StoryRepository } from '../story-repository.js';

const invoice = `import { lines } from './lines.js';

export interface Total {
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
}

const rates: Record<string, number> = { DE: 0.19, FR: 0.2, IT: 0.22, AT: 0.2 };

export function rateOf(country: string): number {
  const rate = rates[country];
  if (rate === undefined) throw new Error(\`No rate is known for \${country}.\`);
  return rate;
}

export function totalOf(order: string, country: string): Total {
  let net = 0;
  for (const line of lines(order)) {
    if (line.isVoid) continue;
    net += line.price * line.count;
  }
  const tax = net * rateOf(country);
  return { net, tax, gross: net + tax };
}

export function describe(order: string, country: string): string {
  const { net, tax, gross } = totalOf(order, country);
  const parts = [\`net \${net.toFixed(2)}\`, \`tax \${tax.toFixed(2)}\`, \`gross \${gross.toFixed(2)}\`];
  return \`Invoice \${order}: \${parts.join(', ')}\`;
}

export function reminderOf(order: string, days: number): string {
  if (days < 14) return '';
  if (days < 30) return \`Please pay invoice \${order}.\`;
  return \`Invoice \${order} is \${days} days late.\`;
}
`;

const copied = invoice
  .replace('Invoice ${order}: ${parts', 'Acme invoice ${order}: ${parts')
  .replace("if (days < 14) return '';", "if (days < 60) return '';")
  .replace('if (days < 30) return', 'if (days < 90) return');

const fixed = invoice.replace('const tax = net * rateOf(country);', 'const tax = Math.round(net * rateOf(country) * 100) / 100;');

/** Three letters that have nothing but their form in common. */
const letters: Readonly<Record<string, string>> = {
  reminder: letter('reminder', 'days late', ['late', 'urgent', 'final'], 14),
  thanks: letter('thanks', 'orders so far', ['first', 'loyal', 'golden'], 5),
  welcome: letter('welcome', 'offers for you', ['small', 'middle', 'large'], 3),
};

function letter(name: string, about: string, kinds: readonly string[], step: number): string {
  const cases = kinds.map((kind, at) => {
    const from = step * (at + 1);
    return `  if (count >= ${from} && !seen.has('${kind}')) {\n    const ${kind}Share = Math.round((count / ${from}) * ${at + 7}) / ${step};\n    parts.push(\`${kind} ${name}: \${${kind}Share} of \${count} ${about}\`);\n    seen.add('${kind}');\n  }\n`;
  });
  return `export function ${name}Letter(count: number, seen: Set<string>): string {\n  const parts: string[] = [];\n${cases.join('')}  return parts.length === 0 ? 'No ${name}' : parts.join('; ');\n}\n`;
}

const config = { customers: [{ id: 'acme', name: 'Acme Corp' }] };

/** A module and a folder that were copied for a customer; the module's origin got a fix since that the copy has not. */
export function forkFolder(): string {
  const repository = new StoryRepository();
  repository.write('src/lines.ts', 'export const lines = (order: string) => [{ price: order.length, count: 1, isVoid: false }];\n');
  repository.write('src/invoice.ts', invoice);
  repository.write('package.json', '{ "name": "shop", "version": "1.0.0" }\n');
  repository.write('oneoff.config.json', `${JSON.stringify(config, null, 2)}\n`);
  for (const [name, text] of Object.entries(letters)) repository.write(`src/letters/${name}.ts`, text);
  repository.commit('Invoices', monthsAgo(20));
  repository.write('src/invoice.acme.ts', copied);
  for (const [name, text] of Object.entries(letters))
    repository.write(`src/clients/acme/letters/${name}.ts`, text.replace(`'No ${name}'`, `'Acme has no ${name}'`));
  repository.commit('Invoices for Acme', monthsAgo(10));
  repository.write('src/invoice.ts', fixed);
  repository.commit('Fix the rounding of taxes', monthsAgo(3));
  return repository.folder;
}
