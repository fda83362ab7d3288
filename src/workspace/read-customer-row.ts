import { idOf, withoutLegalForms } from '../link/customer-candidates.js';
import { isDomain, isOpaque } from '../link/naming.js';
import type { CustomerColumn, ImportedCustomer, Revenue } from '../model/config.js';
import type { CustomerStatus } from '../model/customer.js';
import type { Cell, TableRow } from './table.js';

/** What people write into a cell that they leave empty. */
const nothing = /^(?:|-+|n\/?a|none|null|undefined|unknown|tbd|\?)$/i;

/** Hosts that many share; a firm's page there says nothing about the firm's own hosts. */
const sharedHosts = new Set(
  `facebook.com linkedin.com twitter.com x.com instagram.com youtube.com tiktok.com gmail.com googlemail.com google.com outlook.com
  hotmail.com yahoo.com icloud.com gmx.de gmx.net web.de github.com github.io medium.com wordpress.com wixsite.com`.split(/\s+/),
);

/** A row as a customer, or null when it names nobody. */
export function readCustomerRow(
  { cells }: TableRow,
  columns: Readonly<Partial<Record<CustomerColumn, string>>>,
  origin: string,
): ImportedCustomer | null {
  const list = (column: CustomerColumn): readonly string[] => listOf(cells.get(columns[column] ?? '') ?? '');
  const text = (column: CustomerColumn): string => {
    const cell = cells.get(columns[column] ?? '') ?? '';
    const one = typeof cell === 'string' ? cell : (cell[0] ?? '');
    return nothing.test(one) ? '' : one;
  };
  const key = text('id');
  const name = text('name') || key;
  if (name === '') return null;
  const isKey = key !== '' && !isKeyless(key);
  const opaque = key !== '' && !isKey ? [key] : [];
  return {
    id: isKey ? key : idOf(withoutLegalForms(name)) || name,
    name,
    aliases: list('aliases'),
    ids: [...new Set([...opaque, ...list('ids')])],
    domains: [...new Set(list('domains').flatMap(domainIn))],
    status: statusOf(text('status')),
    standing: 'customer',
    revenue: revenueOf(text('revenue'), text('currency')),
    tier: text('tier') || null,
    origin,
  };
}

/** A number, a uuid or the key of a CRM's record is no name to report a customer under. */
function isKeyless(key: string): boolean {
  return isOpaque(key) || /^(?=(?:\D*\d){2})[A-Za-z0-9]{12,}$/.test(key);
}

function listOf(cell: Cell): readonly string[] {
  const parts = typeof cell === 'string' ? cell.split(/[;|,\n]/) : cell;
  return parts.map((part) => part.trim()).filter((part) => !nothing.test(part));
}

/** `https://www.acme.com/about`, `mail@acme.com` and `acme.com` are acme.com. */
function domainIn(written: string): string[] {
  const host = written
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^[^/]*@/, '')
    .replace(/[/:?#].*$/, '')
    .replace(/^www\./, '');
  return isDomain(host) && !sharedHosts.has(host) ? [host] : [];
}

const statusWords: readonly (readonly [CustomerStatus, RegExp])[] = [
  [
    'gone',
    /\b(?:churned|churn|closed(?! ?won)|former|past|ex|inactive|lost|cancell?ed|terminated|ended|expired|gone|deactivated|archived|offboarded|no|false|0)\b/i,
  ],
  ['unknown', /\b(?:prospect|lead|opportunity|trial|subscriber|mql|sql|target|evaluating|demo)\b/i],
  ['active', /\b(?:active|customer|client|live|current|won|paying|subscribed|evangelist|yes|true|1)\b/i],
];

function statusOf(written: string): CustomerStatus {
  return statusWords.find(([, words]) => words.test(written))?.[0] ?? 'unknown';
}

/** `€ 1.234,50`, `1,234.50 USD`, `12000`; null where there is no number. */
function revenueOf(written: string, currency: string): Revenue | null {
  const [digits] = /-?\d[\d.,' ’\u00a0]*/.exec(written) ?? [];
  if (digits === undefined) return null;
  const compact = digits.replace(/[' ’\u00a0]/g, '');
  const amount = Number(isDecimalComma(compact) ? compact.replace(/\./g, '').replace(',', '.') : compact.replace(/,/g, ''));
  const unit = written.replace(digits, '').trim();
  return Number.isFinite(amount) ? { amount, currency: currency || unit || null } : null;
}

/** The last mark is the decimal one, unless it stands where thousands end and recurs or is alone. */
function isDecimalComma(digits: string): boolean {
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma < 0) return point >= 0 && /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits);
  return point > comma ? false : point >= 0 || !/^-?\d{1,3}(?:,\d{3})+$/.test(digits);
}
