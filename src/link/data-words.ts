/** Parts of the paths of data files that hold settings per customer, or define feature flags. */
const tellingPath =
  /tenant|customer|brand|client|merchant|partner|white-?label|licensee|reseller|franchise|dealer|mandant|retailer|organi[sz]ation|(?:^|[/._-])(?:orgs?|sites|stores|shops|accounts|themes|skins)(?:[/._-])|feature|flag|toggle|experiment|unleash|growthbook|flipt|split|goff|remote_?config|appsettings|launchdarkly|configcat|(?:^|[/.])env(?:[/.]|$)/i;

/** Keys that say the same. */
const tellingKey =
  /(?:tenant|customer|brand|merchant|partner|white-?label|licensee|reseller|franchise|dealer|mandant|retailer|organi[sz]ation)[\w-]{0,30}["']?\s{0,5}:|\b(?:features?|(?:feature)?_?flags?|feature_?management|flagValues|feature(?:Strategies|Environments)|toggles|experiments|default(?:Variant|Variation|Rule|_enabled)|conditionalValues|treatment)["']?\s{0,5}:/i;

/** Whether a data file may hold settings per customer or define flags, by its path and its keys. */
export function mayTellCustomers(text: string, path: string): boolean {
  return tellingPath.test(path) || tellingKey.test(text);
}
