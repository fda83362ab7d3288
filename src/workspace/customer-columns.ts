import { closestWord } from '../link/closest-word.js';
import { customerColumns, type CustomerColumn, type CustomerFile } from '../model/config.js';

/**
 * Names of columns in exports of the usual CRMs and in files written by hand, letters and digits only, the best first. "Annual revenue"
 * is not among them: in a CRM it is what the customer earns, not what the customer pays.
 */
const usualNames: Readonly<Record<CustomerColumn, string>> = {
  id: `slug tenantslug customerslug handle shortname subdomain key code customercode tenantcode id customerid tenantid accountid
    companyid clientid organizationid organisationid recordid accountnumber customernumber`,
  name: `name accountname companyname customername clientname tenantname organizationname organisationname company customer account
    client tenant organization organisation displayname legalname firma kunde kundenname`,
  aliases: `aliases alias alsoknownas aka othernames tradename tradingname dba doingbusinessas brandname brands`,
  ids: `ids tenantids customerids externalids externalid tenantid tenantuuid uuid guid customerid accountid organizationid organisationid
    recordid companyid id`,
  domains: `domains domain companydomainname websiteurl website webdomain emaildomain hostname host url homepage webseite`,
  status: `status customerstatus accountstatus tenantstatus lifecyclestage lifecycle stage state type accounttype active isactive`,
  revenue: `arr annualrecurringrevenue acv annualcontractvalue contractvalue revenue totalrevenue umsatz mrr`,
  currency: `currency currencycode currencyisocode accountcurrency companycurrency waehrung`,
  tier: `tier accounttier customertier plan subscriptionplan segment customersegment edition package`,
};

/** Headers by what they tell. `unknown` are names from the configuration that no column has, each with the closest that there is. */
export interface ColumnMapping {
  readonly columns: Readonly<Partial<Record<CustomerColumn, string>>>;
  readonly unknown: readonly { readonly column: CustomerColumn; readonly written: string; readonly close: string | undefined }[];
}

export function mapColumns(headers: readonly string[], given: CustomerFile['columns']): ColumnMapping {
  const byName = new Map(headers.map((header) => [plain(header), header]));
  const columns: Partial<Record<CustomerColumn, string>> = {};
  const unknown: { column: CustomerColumn; written: string; close: string | undefined }[] = [];
  for (const column of customerColumns) {
    const written = given[column];
    const found = written === undefined ? usual(column, byName) : byName.get(plain(written));
    if (found !== undefined) columns[column] = found;
    else if (written !== undefined) unknown.push({ column, written, close: closestWord(written, headers) });
  }
  // One column tells one thing, unless the configuration says otherwise.
  if (given.ids === undefined && columns.ids === columns.id) delete columns.ids;
  return { columns, unknown };
}

function usual(column: CustomerColumn, headers: ReadonlyMap<string, string>): string | undefined {
  for (const name of usualNames[column].trim().split(/\s+/)) {
    const header = headers.get(name);
    if (header !== undefined) return header;
  }
  return undefined;
}

function plain(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
