import type { ForkPair } from '../../../src/workspace/drift-reader.js';
import type { BuiltRepository } from '../history/built-repository.js';

/** What the origin looks like when it is copied. */
export const invoice = `import { format } from './format';
import { Money } from './money';

const LIMIT = 30;

// Sums what was ordered.
export function netOf(lines: Line[]): number {
  let sum = 0;
  for (const line of lines) {
    sum += line.price * line.count;
  }
  return sum;
}

export function defaultTotal(order: Order): Money {
  const net = netOf(order.lines);
  const tax = net * order.taxRate;
  return new Money(net + tax, order.currency);
}

export class DefaultInvoice {
  constructor(private readonly order: Order) {}

  dueDate(): Date {
    const due = new Date(this.order.placedAt);
    due.setDate(due.getDate() + LIMIT);
    return due;
  }

  title(): string {
    return 'Invoice ' + this.order.id;
  }

  render(): string {
    const rows = this.order.lines.map((line) => '<tr><td>' + line.name + '</td></tr>');
    const total = format(defaultTotal(this.order));
    return '<h1>' + this.title() + '</h1><table>' + rows.join('') + '</table>' + total;
  }
}
`;

export function acme(text: string): string {
  return text.replaceAll('Default', 'Acme').replaceAll('default', 'acme');
}

/** The repository of all cases, seen from the folder of one. */
export class CaseFolder {
  readonly repository: BuiltRepository;
  readonly name: string;

  constructor(repository: BuiltRepository, name: string) {
    this.repository = repository;
    this.name = name;
  }

  path(file: string): string {
    return `${this.name}/${file}`;
  }

  write(file: string, text: string): void {
    this.repository.write(this.path(file), text);
  }

  /** The line of a text in a file. */
  lineOf(file: string, text: string): number {
    return (
      this.repository
        .read(this.path(file))
        .split('\n')
        .findIndex((line) => line.includes(text)) + 1
    );
  }

  commit(subject: string): void {
    this.repository.commit(subject);
  }

  /** Changes files and commits: pairs of what stands there and what shall. */
  change(subject: string, edits: Readonly<Record<string, readonly (readonly [string, string])[]>>): void {
    for (const [file, replacements] of Object.entries(edits)) this.repository.edit(this.path(file), ...replacements);
    this.commit(subject);
  }

  origin(subject: string, ...edits: readonly (readonly [string, string])[]): void {
    this.change(subject, { 'invoice.ts': edits });
  }

  fork(subject: string, ...edits: readonly (readonly [string, string])[]): void {
    this.change(subject, { 'invoice.acme.ts': edits });
  }

  /** The origin in one commit and its copy for Acme in the next. */
  copied(text = invoice): void {
    this.write('invoice.ts', text);
    this.commit('Invoices');
    this.write('invoice.acme.ts', acme(text));
    this.commit('Invoices for Acme');
  }
}

/** Subjects of the missed commits, without the case's name, the likeliest first; how many others were passed over, by reason. */
export interface Expected {
  readonly missed: readonly string[];
  readonly passedOver?: Readonly<Record<string, number>>;
  /** Line of the fork that each missed commit would change first. */
  readonly lines?: readonly number[];
  readonly standing?: string;
}

type Sides = Pick<ForkPair, 'fork' | 'origin'>;

export interface DriftCase {
  readonly name: string;
  readonly build: (at: CaseFolder) => Expected;
  readonly pair?: (at: CaseFolder) => Sides;
}

const guard = ['  let sum = 0;', '  if (lines.length === 0) return 0;\n  let sum = 0;'] as const;
const rounding = ['const tax = net * order.taxRate;', 'const tax = Math.round(net * order.taxRate);'] as const;
const escaping = ["'<tr><td>' + line.name +", "'<tr><td>' + escapeHtml(line.name) +"] as const;
const dueDate = ['due.setDate(due.getDate() + LIMIT);', 'due.setUTCDate(due.getUTCDate() + LIMIT);'] as const;
const back = ([from, to]: readonly [string, string]): readonly [string, string] => [to, from];

export const cases: readonly DriftCase[] = [
  {
    name: 'a line that was replaced',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix rounding of taxes', rounding);
      return { missed: ['Fix rounding of taxes'], lines: [at.lineOf('invoice.acme.ts', 'const tax')], standing: 'likely' };
    },
  },
  {
    name: 'a guard that was added',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix sums of nothing', guard);
      return { missed: ['Fix sums of nothing'], lines: [at.lineOf('invoice.acme.ts', 'netOf(lines')], standing: 'likely' };
    },
  },
  {
    name: 'a line that was taken out',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix total that was shown twice', [' + total;', ';']);
      return { missed: ['Fix total that was shown twice'], lines: [at.lineOf('invoice.acme.ts', ' + total')] };
    },
  },
  {
    name: 'a line that has the name of the customer',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix total of nothing', ['format(defaultTotal(this.order))', 'format(defaultTotal(this.order) ?? Money.none)']);
      return { missed: ['Fix total of nothing'], lines: [at.lineOf('invoice.acme.ts', 'format(acmeTotal')] };
    },
  },
  {
    name: 'the same change in the fork',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix rounding', rounding);
      at.fork('Fix rounding for Acme too', rounding);
      return { missed: [], passedOver: { applied: 1 } };
    },
  },
  {
    name: 'a patch of the origin that was applied to the fork',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix due dates', dueDate);
      const { repository } = at;
      const patch = repository.git('diff', '-U1', 'HEAD~1', 'HEAD').replaceAll(at.path('invoice.ts'), at.path('invoice.acme.ts'));
      repository.write('fix.patch', `${patch}\n`);
      repository.git('apply', '--unidiff-zero', 'fix.patch');
      repository.git('clean', '--quiet', '--force', 'fix.patch');
      at.commit('Fix due dates for Acme');
      return { missed: [], passedOver: { applied: 1 } };
    },
  },
  {
    name: 'a change that one commit made on both sides',
    build(at: CaseFolder): Expected {
      at.copied();
      at.change('Fix rounding everywhere', { 'invoice.ts': [rounding], 'invoice.acme.ts': [rounding] });
      return { missed: [], passedOver: { applied: 1 } };
    },
  },
  {
    name: 'a change made by hand under the names of the fork',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix total', ['format(defaultTotal(this.order))', 'format(defaultTotal(this.order), defaultLocale)']);
      at.fork('Fix total', ['format(acmeTotal(this.order))', 'format(acmeTotal(this.order), acmeLocale)']);
      return { missed: [], passedOver: { applied: 1 } };
    },
  },
  {
    name: 'a change of which the fork took half',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix sums and due dates', guard, dueDate);
      at.fork('Fix sums', guard);
      return { missed: ['Fix sums and due dates'], lines: [at.lineOf('invoice.acme.ts', 'due.setDate')] };
    },
  },
  {
    name: 'a change of a function that the fork wrote anew',
    build(at: CaseFolder): Expected {
      at.copied();
      at.fork('Acme sums by weight', [
        '  let sum = 0;\n  for (const line of lines) {\n    sum += line.price * line.count;\n  }\n  return sum;',
        '  return lines.map((line) => line.weight).reduce((one, other) => one + other, 0);',
      ]);
      at.origin('Fix prices that are missing', ['line.price * line.count', '(line.price ?? 0) * line.count']);
      return { missed: [], passedOver: { diverged: 1 } };
    },
  },
  {
    name: 'a change of a line that the fork has changed otherwise',
    build(at: CaseFolder): Expected {
      at.copied();
      at.fork('Acme pays no tax at home', ['net * order.taxRate', 'order.isDomestic ? 0 : net * acmeRate(order)']);
      at.origin('Fix rounding', rounding);
      return { missed: [], passedOver: { diverged: 1 } };
    },
  },
  {
    name: 'a change of a function that the fork has thrown away',
    build(at: CaseFolder): Expected {
      at.copied();
      const text = acme(invoice);
      const start = text.indexOf('  dueDate()');
      at.fork('Acme has no due dates', [text.slice(start, text.indexOf('  title()')), '']);
      at.origin('Fix due dates', dueDate);
      return { missed: [], passedOver: { elsewhere: 1 } };
    },
  },
  {
    name: 'a fix that was reverted',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix rounding', rounding);
      at.repository.wait();
      at.repository.git('revert', '--no-edit', 'HEAD');
      return { missed: [], passedOver: { reverted: 1, applied: 1 } };
    },
  },
  {
    name: 'a fix that was taken back by hand among other changes',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix rounding', rounding);
      at.origin('Fix due dates', dueDate, back(rounding));
      return { missed: ['Fix due dates'], passedOver: { reverted: 1 } };
    },
  },
  {
    name: 'a fix that was reverted and came again',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix rounding', rounding);
      at.origin('Revert "Fix rounding"', back(rounding));
      at.origin('Fix rounding, now for good', rounding);
      return { missed: ['Fix rounding'], passedOver: { reverted: 1, applied: 1 } };
    },
  },
  {
    name: 'a fix that both took and only the origin reverted',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix rounding', rounding);
      at.fork('Fix rounding', rounding);
      at.origin('Revert "Fix rounding", as authorities round themselves', back(rounding));
      return { missed: ['Revert "Fix rounding", as authorities round themselves'], passedOver: { applied: 1 } };
    },
  },
  {
    name: 'a fix of code that the origin has dropped since',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix due dates', dueDate);
      const text = invoice.replace(...dueDate);
      const start = text.indexOf('  dueDate()');
      at.origin('Drop due dates', [text.slice(start, text.indexOf('  title()')), '']);
      return { missed: ['Drop due dates'], passedOver: { gone: 1 } };
    },
  },
  {
    name: 'a fix and what followed it up',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix rounding', rounding);
      at.origin('Fix rounding to cents', ['Math.round(net * order.taxRate)', 'Math.round(net * order.taxRate * 100) / 100']);
      return { missed: ['Fix rounding', 'Fix rounding to cents'], standing: 'likely' };
    },
  },
  {
    name: 'a fix of which only the follow-up came over',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix rounding', rounding);
      at.origin('Fix rounding to cents', ['Math.round(net * order.taxRate)', 'Math.round(net * order.taxRate * 100) / 100']);
      at.fork('Round for Acme', ['net * order.taxRate', 'Math.round(net * order.taxRate * 100) / 100']);
      return { missed: [], passedOver: { applied: 2 } };
    },
  },
  {
    name: 'a function that the origin moved and then fixed',
    build(at: CaseFolder): Expected {
      at.copied();
      const start = invoice.indexOf('export function netOf');
      const moved = invoice.slice(start, invoice.indexOf('export function defaultTotal'));
      at.write('invoice.ts', `${invoice.replace(moved, '')}\n${moved}`);
      at.commit('Move sums below');
      at.origin('Fix sums of nothing', guard);
      return { missed: ['Fix sums of nothing'], passedOver: { move: 1 }, lines: [at.lineOf('invoice.acme.ts', 'netOf(lines')] };
    },
  },
  {
    name: 'a function that the fork moved',
    build(at: CaseFolder): Expected {
      at.copied();
      const text = acme(invoice);
      const moved = text.slice(text.indexOf('export function netOf'), text.indexOf('export function acmeTotal'));
      at.write('invoice.acme.ts', `${text.replace(moved, '')}\n${moved}`);
      at.commit('Move sums of Acme below');
      at.origin('Fix prices that are missing', ['line.price * line.count', '(line.price ?? 0) * line.count']);
      return { missed: ['Fix prices that are missing'], lines: [at.lineOf('invoice.acme.ts', 'line.price * line.count')] };
    },
  },
  {
    name: 'an origin that was renamed',
    build(at: CaseFolder): Expected {
      at.copied();
      at.repository.git('mv', at.path('invoice.ts'), at.path('bill.ts'));
      at.commit('Call invoices bills');
      at.change('Fix rounding', { 'bill.ts': [rounding] });
      return { missed: ['Fix rounding'], passedOver: { formatting: 1 } };
    },
    pair: (at: CaseFolder): Sides => ({
      fork: { path: at.path('invoice.acme.ts'), lines: null },
      origin: { path: at.path('bill.ts'), lines: null },
    }),
  },
  {
    name: 'a fork that was renamed',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix rounding', rounding);
      at.repository.git('mv', at.path('invoice.acme.ts'), at.path('acme-invoice.ts'));
      at.commit('Another name for the invoices of Acme');
      return { missed: ['Fix rounding'] };
    },
    pair: (at: CaseFolder): Sides => ({
      fork: { path: at.path('acme-invoice.ts'), lines: null },
      origin: { path: at.path('invoice.ts'), lines: null },
    }),
  },
  {
    name: 'a function of the fork that went to a file of its own',
    build(at: CaseFolder): Expected {
      at.copied();
      const text = acme(invoice);
      const moved = text.slice(text.indexOf('export function netOf'), text.indexOf('export function acmeTotal'));
      at.write('invoice.acme.ts', text.replace(moved, ''));
      at.write('sums.acme.ts', `// Sums of Acme.\n\n${moved}`);
      at.commit('Sums of Acme for themselves');
      at.origin('Fix prices that are missing', ['line.price * line.count', '(line.price ?? 0) * line.count']);
      return { missed: ['Fix prices that are missing'], lines: [6] };
    },
    pair: (at: CaseFolder): Sides => ({
      fork: { path: at.path('sums.acme.ts'), lines: { first: 3, last: 9 } },
      origin: { path: at.path('invoice.ts'), lines: { first: 7, last: 13 } },
    }),
  },
  {
    name: 'a copied function beside a fix of another one',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix due dates', dueDate);
      at.origin('Fix sums of nothing', guard);
      return { missed: ['Fix sums of nothing'], passedOver: { elsewhere: 1 } };
    },
    pair: (at: CaseFolder): Sides => ({
      fork: { path: at.path('invoice.acme.ts'), lines: { first: 7, last: 13 } },
      origin: { path: at.path('invoice.ts'), lines: { first: 7, last: 13 } },
    }),
  },
  {
    name: 'other white space and line breaks',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin(
        'Format',
        ['new Money(net + tax, order.currency)', 'new Money(\n    net + tax,\n    order.currency,\n  )'],
        ['  let sum = 0;', '    let sum = 0'],
      );
      return { missed: [], passedOver: { formatting: 1 } };
    },
  },
  {
    name: 'other quotes',
    build(at: CaseFolder): Expected {
      at.copied();
      at.write('invoice.ts', invoice.replaceAll("'", '"'));
      at.commit('Fix quotes');
      return { missed: [], passedOver: { imports: 1 } };
    },
  },
  {
    name: 'a comment',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix a comment', ['// Sums what was ordered.', '// Sums what was ordered, without taxes.']);
      return { missed: [], passedOver: { comments: 1 } };
    },
  },
  {
    name: 'imports in another order',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix order of imports', [
        "import { format } from './format';\nimport { Money } from './money';",
        "import { Money } from './money';\nimport { format } from './format';",
      ]);
      return { missed: [], passedOver: { imports: 1 } };
    },
  },
  {
    name: 'a variable with a better name',
    build(at: CaseFolder): Expected {
      at.copied();
      at.write(
        'invoice.ts',
        invoice.replaceAll('due.', 'date.').replace('const due ', 'const date ').replace('return due;', 'return date;'),
      );
      at.commit('Fix a name');
      return { missed: [], passedOver: { rename: 1 } };
    },
  },
  {
    name: 'a rule that was carried out everywhere',
    build(at: CaseFolder): Expected {
      at.copied();
      for (let number = 0; number < 101; number++) at.write(`many/file-${number}.ts`, `export const value = ${number};\n`);
      at.origin('Fix equality', ["return 'Invoice ' + this.order.id;", "return 'Invoice '.concat(this.order.id);"]);
      return { missed: [], passedOver: { 'mass-change': 1 } };
    },
  },
  {
    name: 'a fix of what the origin got later',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Add reminders', [
        'export class',
        'export function remind(order: Order): void {\n  const days = daysSince(order.placedAt);\n  if (days > 14) send(order.mail, days);\n}\n\nexport class',
      ]);
      at.fork('Acme is reminded otherwise', ['export class', 'export const reminders = [7, 14];\n\nexport class']);
      at.origin('Fix reminders', ['days > 14', 'days >= 14']);
      return { missed: ['Add reminders', 'Fix reminders'], standing: 'unlikely' };
    },
  },
  {
    name: 'something new',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Add discounts', [
        '  title(): string {',
        '  discount(): number {\n    return this.order.discount;\n  }\n\n  title(): string {',
      ]);
      return { missed: ['Add discounts'], standing: 'unlikely' };
    },
  },
  {
    name: 'a fix behind something new',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Add discounts', [
        '  title(): string {',
        '  discount(): number {\n    return this.order.discount;\n  }\n\n  title(): string {',
      ]);
      at.origin('Fix escaping', escaping);
      return { missed: ['Fix escaping', 'Add discounts'] };
    },
  },
  {
    name: 'a fix on a branch that was merged',
    build(at: CaseFolder): Expected {
      at.copied();
      const { repository } = at;
      repository.git('checkout', '--quiet', '-b', 'topic');
      at.origin('Fix rounding', rounding);
      repository.git('checkout', '--quiet', 'main');
      at.write('other.ts', 'export const other = 1;\n');
      at.commit('Something else');
      repository.wait();
      repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge fix of rounding', 'topic');
      repository.git('branch', '--quiet', '-D', 'topic');
      return { missed: ['Fix rounding'] };
    },
  },
  {
    name: 'a fix from before the copy that was merged after it',
    build(at: CaseFolder): Expected {
      const { repository } = at;
      at.write('invoice.ts', invoice);
      at.commit('Invoices');
      repository.git('checkout', '--quiet', '-b', 'topic');
      at.origin('Fix rounding', rounding);
      repository.git('checkout', '--quiet', 'main');
      at.write('invoice.acme.ts', acme(invoice));
      at.commit('Invoices for Acme');
      repository.wait();
      repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge fix of rounding', 'topic');
      repository.git('branch', '--quiet', '-D', 'topic');
      return { missed: ['Fix rounding'] };
    },
  },
  {
    name: 'a fix from before the copy',
    build(at: CaseFolder): Expected {
      at.write('invoice.ts', invoice);
      at.commit('Invoices');
      at.origin('Fix rounding', rounding);
      at.write('invoice.acme.ts', acme(at.repository.read(at.path('invoice.ts'))));
      at.commit('Invoices for Acme');
      return { missed: [] };
    },
  },
  {
    name: 'one commit of several fixes and something new',
    build(at: CaseFolder): Expected {
      at.copied();
      at.origin('Fix sums, escaping and add a currency (#12)', guard, escaping, [
        'const LIMIT = 30;',
        "const LIMIT = 30;\nconst CURRENCY = 'EUR';",
      ]);
      return { missed: ['Fix sums, escaping and add a currency (#12)'], lines: [at.lineOf('invoice.acme.ts', 'LIMIT = 30')] };
    },
  },
  {
    name: 'a fix that the fork had first',
    build(at: CaseFolder): Expected {
      at.copied();
      at.fork('Fix rounding for Acme', rounding);
      at.origin('Fix rounding as Acme has it', rounding);
      return { missed: [], passedOver: { applied: 1 } };
    },
  },
  {
    name: 'one of two places that look alike',
    build(at: CaseFolder): Expected {
      const twins = `${invoice}\nexport function grossOf(lines: Line[]): number {\n  let sum = 0;\n  for (const line of lines) {\n    sum += line.gross * line.count;\n  }\n  return sum;\n}\n`;
      at.copied(twins);
      at.origin('Fix gross sums', [
        'sum += line.gross * line.count;\n  }\n  return sum;',
        'sum += line.gross * line.count;\n  }\n  return round(sum);',
      ]);
      return { missed: ['Fix gross sums'], lines: [at.lineOf('invoice.acme.ts', 'line.gross') + 2] };
    },
  },
  {
    name: 'line ends of Windows in the fork',
    build(at: CaseFolder): Expected {
      at.write('invoice.ts', invoice);
      at.commit('Invoices');
      at.write('invoice.acme.ts', acme(invoice).replaceAll('\n', '\r\n'));
      at.commit('Invoices for Acme');
      at.origin('Fix rounding', rounding);
      return { missed: ['Fix rounding'], lines: [at.lineOf('invoice.acme.ts', 'const tax')] };
    },
  },
  {
    name: 'the first and the last line',
    build(at: CaseFolder): Expected {
      const text = `export const limit = 30;\n${invoice.slice(invoice.indexOf('export function netOf'))}export default DefaultInvoice;\n`;
      at.copied(text);
      at.origin('Fix limit', ['limit = 30', 'limit = 60'], ['export default DefaultInvoice', 'export default new DefaultInvoice(order)']);
      return { missed: ['Fix limit'], lines: [1] };
    },
  },
  {
    name: 'elements',
    build(at: CaseFolder): Expected {
      const view = `export function DefaultTotals({ order }: Props) {\n  return (\n    <section className="totals">\n      <h2>Don't forget</h2>\n      <Money value={order.net} />\n      <Money value={order.tax} label="Tax" />\n    </section>\n  );\n}\n`;
      at.write('totals.tsx', view);
      at.commit('Totals');
      at.write('totals.acme.tsx', acme(view));
      at.commit('Totals for Acme');
      at.change('Fix totals for screen readers', { 'totals.tsx': [['<section className', '<section aria-labelledby="totals" className']] });
      return { missed: ['Fix totals for screen readers'], lines: [3] };
    },
    pair: (at: CaseFolder): Sides => ({
      fork: { path: at.path('totals.acme.tsx'), lines: null },
      origin: { path: at.path('totals.tsx'), lines: null },
    }),
  },
  {
    name: 'copies that came together',
    build(at: CaseFolder): Expected {
      at.write('invoice.ts', invoice);
      at.write('invoice.acme.ts', acme(invoice));
      at.commit('Invoices for all and for Acme');
      at.origin('Fix rounding', rounding);
      return { missed: ['Fix rounding'] };
    },
  },
  {
    name: 'an origin that is the younger one',
    build(at: CaseFolder): Expected {
      at.write('invoice.acme.ts', acme(invoice));
      at.commit('Invoices for Acme');
      at.write('invoice.ts', invoice);
      at.commit('Invoices for all');
      at.origin('Fix rounding', rounding);
      return { missed: ['Fix rounding'] };
    },
  },
  {
    name: 'a file that was there already and became a copy',
    build(at: CaseFolder): Expected {
      at.write('invoice.ts', invoice);
      at.write('invoice.acme.ts', 'export const invoices = [];\nexport function send(to: string): void {\n  post(to, invoices);\n}\n');
      at.commit('Invoices');
      at.origin('Fix rounding', rounding);
      at.write('invoice.acme.ts', acme(at.repository.read(at.path('invoice.ts'))));
      at.commit('Acme gets real invoices');
      at.origin('Fix due dates', dueDate);
      return { missed: ['Fix due dates'] };
    },
  },
];
