/**
 * Words with which code says that something is, or is not, about a customer. All are singular and in lower case.
 * They are general English and trade words; names of products, customers or code bases do not belong here.
 */

/** A set of words from a text of them. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Parties that a product serves; a value named so says which customer it is. */
export const partyWords: ReadonlySet<string> = words(`
  tenant customer brand merchant licensee reseller organization organisation org partner agency franchise franchisee whitelabel
  cobrand subbrand branding distributor dealer dealership mandant retailer municipality subsidiary licencee subtenant concessionaire
`);

/** Words that often mean a customer and often something else; they count only beside an identifying attribute or further evidence. */
export const weakPartyWords: ReadonlySet<string> = words(`
  client account company workspace program programme site store shop school bank hotel club theme vendor affiliate publisher
  advertiser portal realm sponsor employer carrier insurer hospital clinic university college venue restaurant skin community
  supplier jurisdiction district lender broker pharmacy institution
`);

/** Words for what one build or installation of a product is; where the environment gives it, it often is for one customer. */
export const variantWords: ReadonlySet<string> = words(`
  variant flavor flavour edition deployment instance project product
`);

/** Attributes that identify: the last word of `tenant.slug`, `orgId`, `brandCode`. */
export const identifyingWords: ReadonlySet<string> = words(`
  number nr id uid uuid guid gid slug name key code handle identifier alias shortname codename ident pk nickname title ref reference
  param header prefix namespace
`);

/** Which of a party's names or ids it is; they stand between the two: `tenantShortName`, `brandPublicId`. */
export const qualifyingWords: ReadonlySet<string> = words(`
  short full long display legal official external internal public unique primary main own real raw current canonical normalized
  global numeric string url
`);

/** Words by which a call, a decorator or an element lets something be for some only: `requireTenant`, `<OnlyFor>`. */
export const gateWords: ReadonlySet<string> = words(`
  if only for show hide when unless not is with without require requires required guard gate gated restrict restricted limit limited
  except exclude excluded match matches case visible hidden allow allowed deny specific exclusive to
`);

/** Things that have a brand or a maker, who is no party that the product serves. */
export const thingWords: ReadonlySet<string> = words(`
  card payment browser ua agent device vehicle car phone item model sku engine
`);

/** Values that hold where a request came to. */
export const hostWords: ReadonlySet<string> = words(`
  host hostname domain subdomain origin fqdn vhost
`);

/** A value whose name ends so is a property of the party, not the party itself: `account.type`, `tenantStatus`, `org.plan`. */
export const propertyWords: ReadonlySet<string> = words(`
  type kind status state role plan tier level mode category stage phase step locale language lang country region currency timezone
  environment env platform os browser device permission scope method protocol action event error message reason format layout view
  tab page route path url uri href size count length index position order sort direction color colour icon date time year month day
  week version feature flag enabled active visible open loading field column operator unit gender model class tag setting option
  value data result response request query filter email phone address zip city interval frequency cycle subscription billing balance
  provider strategy source target node element ecosystem industry segment visibility access policy
`);

/** Literals that name nobody: placeholders, roles, plans, states and other common values. */
export const genericValues: ReadonlySet<string> = words(`
  dto dtos enum enums entity entities repository repositories validator validators controller controllers workflow workflows step
  steps hook module modules service route routes query queries mutation mutations resolver resolvers schema schemas interface
  interfaces guard guards middleware job jobs event events listener listeners subscriber subscribers provider providers factory
  factories migration migrations seed seeds reducer reducers action actions selector selectors slice slices context contexts views
  screen screens container containers templates cell detail details metadata before after during always never both same toolbar
  default none all any other others unknown null undefined nan true false yes no on off new localhost local test testing tests demo
  example sample dummy mock foo bar baz dev development stage staging prod production preview sandbox beta alpha canary internal
  system common shared base core main master global public private root self me empty blank custom current generic template fallback
  auto automatic ignore skip item items row rows entry entries result results record records element elements content contents
  collection util validation management placeholder my our your anonymous nobody somebody everyone unassigned unspecified walkin mr mrs ms dr prof temp tmp www app api
  admin portal dashboard docs help support blog web mobile desktop ios android windows mac linux server client browser node edge
  cloud index tenant customer brand merchant organization organisation org partner agency account company workspace user users owner
  member guest viewer editor manager operator superadmin moderator staff employee personal individual business corporate team group
  vendor supplier reseller affiliate publisher advertiser id name slug key code title label description email phone url domain host
  type status state created updated createdat updatedat deleted date count total amount price value data logo image free basic pro
  plus premium enterprise starter growth standard trial paid active inactive enabled disabled pending approved rejected open closed
  draft published archived suspended canceled cancelled success error failed warning info small medium large low high light dark
  primary secondary string number boolean object function array symbol bigint asc desc left right top bottom up down get post put
  patch delete head options create update edit view list add remove read write home login logout signup signin settings profile
  search about contact pricing billing overview header footer sidebar menu nav layout page form table card modal button text link
  icon features feature flags flag config params props children components hooks types constants assets images styles pages lib src
  models services store stores utils helpers theme themes json xml html css pdf csv http https https: http: file blob static en us
  uk de fr es it eu usd eur gbp where include includes orderby order groupby having limit offset skip take cursor distinct omit connect
  disconnect upsert join every some advanced
`);

/** What companies are by law: many customers are one, and each can be written with or without it. */
export const legalForms: ReadonlySet<string> = words(`
  inc corp corporation ltd limited llc gmbh ag plc sa bv co
`);

/** Legal forms that are words or places in code too: only names that a CRM writes out are freed of them. */
export const writtenLegalForms: ReadonlySet<string> = words(`
  as asa aps ab oy oyj nv kg kgaa ug se srl spa sarl sas pty pte kk company holding holdings group
`);

/** Services that products connect to. Alone they are no customers; a team can still name one in its configuration. */
export const integrationNames: ReadonlySet<string> = words(`
  youtu youtubenocookie dropbox clearbit twimg githubusercontent vimeo imgur visa mastercard amex maestro diners jcb unionpay datev
  sage chromium microsoftedge googlechrome crios fxios gmail amazonaws cloudfront googleapis herokuapp azurewebsites gravatar npmjs
  wikipedia bitly stripe paypal braintree adyen square klarna plaid slack discord teams zoom github gitlab bitbucket jira asana
  trello notion linear google microsoft azure aws gcp facebook meta twitter x linkedin whatsapp telegram pinterest reddit snapchat
  tumblr wechat spotify twitch skype instagram tiktok youtube apple amazon shopify woocommerce magento hubspot mailchimp sendgrid
  twilio intercom zendesk segment mixpanel amplitude posthog sentry datadog auth0 okta keycloak cognito firebase supabase postgres
  mysql mongodb redis kafka s3 openai anthropic zapier airtable quickbooks xero sap netsuite oauth saml oidc ldap chrome firefox
  safari edge opera vercel netlify cloudflare docker
`);

/** Folders that hold one folder (or file) per customer. */
export const customerFolders: ReadonlySet<string> = words(`
  tenant tenants customer customers brand brands client clients whitelabel whitelabels white-label partner partners merchant
  merchants licensee licensees reseller resellers theme themes agencies organizations organisations orgs skins customizations
  tenant-overrides overrides
`);

/** Subdomains under which a product runs its own parts and stages. */
export const ownSubdomains: ReadonlySet<string> = words(`
  int integration external pre preprod
  app api admin auth dashboard console docs dev development test testing qa uat stage staging preview beta sandbox demo
`);

/** Last labels of host names that tell these from dotted paths; those of countries have two letters. */
export const topLevelDomains: ReadonlySet<string> = words(`
  com org net edu gov mil int info biz app dev shop store cloud online site tech health bank test local
`);

/** Environments of one party, put before or after its name: `acme-staging`. */
export const environmentWords: ReadonlySet<string> = words(`
  prod production preprod staging stage uat qa dev development
`);

/** Names that set demo and test parties apart from real ones. */
export const rehearsalWords: ReadonlySet<string> = words(`
  test demo example sample dummy mock fake fixture qa e2e staging sandbox
`);

/** Whether a word of a name, in lower case, says party, or which of a party's names: `tenant`, `slug`, `short`. */
export function isWordForParty(word: string): boolean {
  const one = word.replace(/s$/, '');
  return [partyWords, weakPartyWords, identifyingWords, qualifyingWords].some((set) => set.has(word) || set.has(one));
}

/** Lower-case words of which a file must hold at least one to be worth parsing for customers without configuration. */
export const customerTriggerWords: readonly string[] = [
  'tenant',
  'customer',
  'brand',
  'merchant',
  'licensee',
  'reseller',
  'organiz',
  'organis',
  'orgid',
  'partner',
  'agenc',
  'franchise',
  'whitelabel',
  'white-label',
  'dealer',
  'mandant',
  'retailer',
  'hostname',
  'location.host',
  'subdomain',
  'distributor',
  'municipalit',
  'subsidiar',
  'licencee',
  'concession',
  'jurisdiction',
  '_variant',
  '_flavor',
  '_flavour',
  '_edition',
  'project_code',
  'projectcode',
];

/** Fields that say who or what somebody is, where, and how much: of an address book, a catalogue, a list of logos. */
export const directoryWords: ReadonlySet<string> = words(`
  name title label description summary bio tagline slogan text note comment email mail phone tel telephone fax mobile address street
  line city town zip postcode postal state province region country location lat lng lon latitude longitude coordinate website web
  homepage url link href domain contact person owner manager ceo founder founded since year date created updated joined birthday age
  industry sector category segment type kind status tier plan revenue turnover employee size count total amount price balance
  quantity rating score rank order position id slug code number logo image img icon avatar photo picture thumbnail banner alt quote
  testimonial twitter linkedin facebook instagram github tag currency language product model
`);
