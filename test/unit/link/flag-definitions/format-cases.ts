/** A document as a format of flag definitions writes it, and what is read from it. */
export interface FormatCase {
  readonly format: string;
  readonly files: Readonly<Record<string, string>>;
  readonly defines: readonly string[];
}

export const formatCases: readonly FormatCase[] = [
  {
    format: 'flagd: variants, targeting by JSONLogic, shared evaluators, metadata',
    files: {
      'config/billing.flagd.json': `{
        "$schema": "https://flagd.dev/schema/v0/flags.json",
        "flags": {
          "new-nav": {
            "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
            "targeting": { "if": [{ "in": [{ "var": "tenantId" }, ["acme"]] }, "on", "off"] },
            "metadata": { "owner": "web", "expires": "2026-03-01", "created": "2025-10-02" }
          },
          "sso": {
            "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
            "targeting": { "if": [{ "$ref": "isGlobex" }, "on"] }
          },
          "color": {
            "state": "ENABLED", "variants": { "red": "#f00", "blue": "#00f" }, "defaultVariant": "red",
            "targeting": { "fractional": [{ "var": "email" }, ["red", 75], ["blue", 25]] }
          },
          "old": { "state": "DISABLED", "variants": { "on": true, "off": false }, "defaultVariant": "on" },
          "legacy-layout": {
            "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "on",
            "targeting": { "if": [{ "and": [{ "==": [{ "var": "plan" }, "gold"] }, { "!=": [{ "var": "org" }, "initech"] }] }, "off", null] }
          }
        },
        "$evaluators": { "isGlobex": { "ends_with": [{ "var": "email" }, "@globex.io"] } }
      }`,
    },
    defines: [
      'new-nav openfeature; all: false, tenantId=acme → true, * → false; owner web; created 2025-10-02; expires 2026-03-01',
      'sso openfeature; all: false, email domain=globex.io → true',
      'color openfeature; all: #f00, * → #f00 75%, * → #00f 25%',
      'old openfeature; all: undefined',
      'legacy-layout openfeature; all: true, org!=initech → false, * → true',
    ],
  },
  {
    format: 'flagd for one environment, told by the name of the file',
    files: {
      'flags.dev.json': `{ "flags": { "a-b": { "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "on" } } }`,
    },
    defines: ['a-b openfeature; dev: true'],
  },
  {
    format: 'the manifest of the OpenFeature command line',
    files: {
      'flags.json': `{ "flags": {
        "enableAgingReport": { "flagType": "boolean", "defaultValue": false, "description": "Aging report" },
        "discount": { "flagType": "float", "defaultValue": 0.1, "expiry": "2025-01-31" }
      } }`,
    },
    defines: ['enableAgingReport openfeature', 'discount openfeature; expires 2025-01-31'],
  },
  {
    format: 'an export from Unleash: environments, strategies, constraints, segments, lifetimes',
    files: {
      'unleash/export.json': `{
        "features": [
          { "name": "invoice-search", "type": "release", "project": "default", "createdAt": "2025-01-01T00:00:00.000Z", "stale": false, "archived": false },
          { "name": "stop-mails", "type": "kill-switch", "project": "default", "archived": false },
          { "name": "gone", "type": "release", "archived": true }
        ],
        "featureStrategies": [
          { "featureName": "invoice-search", "environment": "production", "name": "flexibleRollout", "parameters": { "rollout": "100" },
            "constraints": [{ "contextName": "tenant", "operator": "IN", "values": ["acme", "globex"], "inverted": false }], "segments": [] },
          { "featureName": "invoice-search", "environment": "production", "name": "flexibleRollout", "parameters": { "rollout": "10" }, "constraints": [] },
          { "featureName": "invoice-search", "environment": "development", "name": "default", "parameters": {}, "constraints": [] },
          { "featureName": "stop-mails", "environment": "production", "name": "default", "parameters": {}, "constraints": [], "segments": [7] },
          { "featureName": "stop-mails", "environment": "production", "name": "userWithId", "parameters": { "userIds": "17, 18" }, "constraints": [] }
        ],
        "featureEnvironments": [
          { "featureName": "invoice-search", "environment": "development", "enabled": true },
          { "featureName": "invoice-search", "environment": "production", "enabled": true },
          { "featureName": "stop-mails", "environment": "production", "enabled": true }
        ],
        "segments": [{ "id": 7, "name": "Hooli", "constraints": [{ "contextName": "orgId", "operator": "NOT_IN", "values": ["hooli"] }] }],
        "tagTypes": []
      }`,
    },
    defines: [
      'invoice-search unleash; development: false, * → true; production: false, tenant=acme|globex → true, * → true 10%; created 2025-01-01T00:00:00.000Z; expires 2025-02-10',
      'stop-mails unleash; production: false, orgId!=hooli → true, userId=17|18 → true; permanent',
    ],
  },
  {
    format: 'a state that Unleash exported in its fourth version',
    files: {
      'state.json': `{ "version": 4,
        "features": [{ "name": "csv-import", "type": "release", "project": "default", "stale": false }],
        "featureStrategies": [{ "featureName": "csv-import", "environment": "default", "strategyName": "userWithId", "parameters": { "userIds": "17" }, "constraints": [] }],
        "featureEnvironments": [{ "enabled": true, "featureName": "csv-import", "environment": "default" }] }`,
    },
    defines: ['csv-import unleash; default: false, userId=17 → true'],
  },
  {
    format: 'a bootstrap file of Unleash, which stands for one environment',
    files: {
      'bootstrap.json': `{ "version": 2, "features": [
        { "name": "aging-report", "type": "release", "enabled": true, "strategies": [{ "name": "flexibleRollout", "parameters": { "rollout": "25" } }] },
        { "name": "csv-import", "type": "permission", "enabled": false, "strategies": [] }
      ] }`,
    },
    defines: ['aging-report unleash; local: false, * → true 25%', 'csv-import unleash; local: false; permanent'],
  },
  {
    format: "LaunchDarkly's file source: targets, contexts, clauses, rollout, segments, values",
    files: {
      'ld/flags.json': `{
        "flags": {
          "checkout": {
            "key": "checkout", "on": true, "variations": [true, false], "fallthrough": { "variation": 1 }, "offVariation": 1, "temporary": false,
            "contextTargets": [{ "contextKind": "organization", "values": ["acme"], "variation": 0 }],
            "rules": [
              { "clauses": [{ "attribute": "country", "op": "in", "values": ["de"] }, { "contextKind": "company", "attribute": "key", "op": "in", "values": ["globex"] }], "variation": 0 },
              { "clauses": [{ "attribute": "", "op": "segmentMatch", "values": ["pilots"] }], "variation": 0 }
            ]
          },
          "wave": { "on": true, "variations": ["a", "b"], "fallthrough": { "rollout": { "variations": [{ "variation": 0, "weight": 90000 }, { "variation": 1, "weight": 10000 }] } }, "offVariation": 0 },
          "off": { "on": false, "variations": [true, false], "offVariation": 1 }
        },
        "segments": { "pilots": { "includedContexts": [{ "contextKind": "org", "values": ["initech"] }] } },
        "flagValues": { "limit": 5 }
      }`,
    },
    defines: [
      'checkout launchdarkly; local: false, organization=acme → true, company=globex → true, org=initech → true; permanent',
      'wave launchdarkly; local: a, * → a 90%, * → b 10%',
      'off launchdarkly; local: false',
      'limit launchdarkly; local: 5',
    ],
  },
  {
    format: 'a payload of GrowthBook: conditions in the manner of MongoDB, coverage, saved groups, prerequisites',
    files: {
      'features.json': `{ "features": {
        "new-nav": { "defaultValue": false, "rules": [{ "condition": { "company": "acme" }, "force": true }] },
        "half": { "defaultValue": false, "rules": [{ "force": true, "coverage": 0.5, "hashAttribute": "id" }] },
        "ab": { "defaultValue": "a", "rules": [{ "variations": ["a", "b"], "weights": [0.5, 0.5], "coverage": 1 }] },
        "many": { "defaultValue": true, "rules": [{ "condition": { "$or": [{ "orgId": { "$in": ["globex"] } }, { "id": { "$inGroup": "grp_1" } }] }, "force": false }] },
        "child": { "defaultValue": false, "rules": [{ "parentConditions": [{ "id": "new-nav", "condition": { "value": true } }], "force": true }] },
        "plain": { "defaultValue": true }
      }, "savedGroups": { "grp_1": ["u1", "u2"] } }`,
    },
    defines: [
      'new-nav growthbook; local: false, company=acme → true',
      'half growthbook; local: false, * → true 50%',
      'ab growthbook; local: a, * → a 50%, * → b 50%',
      'many growthbook; local: true, orgId=globex → false, id=u1|u2 → false',
      'child growthbook; local: false, ? → true',
      'plain growthbook; local: true',
    ],
  },
  {
    format: 'Featurevisor: a file for each feature, rules by environment, forced contexts',
    files: {
      'features/checkout/new-form.json': `{
        "description": "New form", "tags": ["all"], "bucketBy": "userId",
        "environments": {
          "staging": { "rules": [{ "key": "1", "segments": "*", "percentage": 100 }] },
          "production": {
            "force": [{ "conditions": [{ "attribute": "tenantId", "operator": "equals", "value": "acme" }], "enabled": true }],
            "rules": [{ "key": "1", "segments": ["globex"], "percentage": 100 }, { "key": "2", "segments": "*", "percentage": 0 }]
          }
        }
      }`,
    },
    defines: [
      'checkout/new-form featurevisor; staging: false, * → true; production: false, tenantId=acme → true, segment globex → true, * → true 0%',
    ],
  },
  {
    format: 'GO Feature Flag: queries, percentages, the end of an experiment',
    files: {
      'flag-config.json': `{
        "new-nav": {
          "variations": { "on": true, "off": false }, "defaultRule": { "variation": "off" },
          "targeting": [{ "name": "acme", "query": "company eq \\"acme\\" and beta eq true", "variation": "on" }, { "query": "email ew \\"@globex.io\\"", "variation": "on" }]
        },
        "wave": {
          "variations": { "a": "A", "b": "B" }, "defaultRule": { "percentage": { "a": 80, "b": 20 } },
          "experimentation": { "start": "2025-01-01T00:00:00Z", "end": "2025-02-01T00:00:00Z" }, "metadata": { "owner": "growth" }
        },
        "either": {
          "variations": { "on": true, "off": false }, "defaultRule": { "variation": "off" },
          "targeting": [{ "query": "tenant in [\\"hooli\\", \\"initech\\"] or country eq \\"de\\"", "variation": "on" }]
        },
        "x-shared": { "on": true }
      }`,
    },
    defines: [
      'new-nav go-feature-flag; all: false, company=acme → true, email domain=globex.io → true',
      'wave go-feature-flag; all: undefined, * → A 80%, * → B 20%; owner growth; expires 2025-02-01',
      'either go-feature-flag; all: false, tenant=hooli|initech → true, country=de → true',
    ],
  },
  {
    format: 'Flipt: rollouts, segments told by their constraints, distributions',
    files: {
      'features.json': `{
        "version": "1.2", "namespace": "default",
        "flags": [
          { "key": "csv-import", "name": "CSV", "type": "BOOLEAN_FLAG_TYPE", "enabled": false,
            "rollouts": [{ "segment": { "key": "acme", "value": true } }, { "threshold": { "percentage": 30, "value": true } }] },
          { "key": "theme", "type": "VARIANT_FLAG_TYPE", "enabled": true, "variants": [{ "key": "dark" }],
            "rules": [{ "segment": "several", "distributions": [{ "variant": "dark", "rollout": 100 }] }] }
        ],
        "segments": [
          { "key": "acme", "match_type": "ALL_MATCH_TYPE", "constraints": [{ "type": "STRING_COMPARISON_TYPE", "property": "organization", "operator": "eq", "value": "acme" }] },
          { "key": "several", "match_type": "ANY_MATCH_TYPE", "constraints": [{ "property": "org", "operator": "eq", "value": "a" }, { "property": "plan", "operator": "eq", "value": "b" }] }
        ]
      }`,
    },
    defines: [
      'csv-import flipt; all: false, organization=acme → true, * → true 30%',
      'theme flipt; all: undefined, segment several → dark',
    ],
  },
  {
    format: 'GO Feature Flag in YAML, with anchors that are no flags',
    files: {
      'flags.goff.yaml': `x-switch: &switch
  on: true
  off: false
csv-import:
  variations: *switch
  defaultRule: { variation: off }
  targeting:
    - query: organization == "acme"
      variation: on
`,
    },
    defines: ['csv-import go-feature-flag; all: false, organization=acme → true'],
  },
  {
    format: 'Flipt in YAML',
    files: {
      'ops/features.yml': `version: "1.2"
namespace: default
flags:
  - key: csv-import
    type: BOOLEAN_FLAG_TYPE
    enabled: true
    metadata: { owner: imports }
    rollouts:
      - segment: { key: not-acme, value: false }
segments:
  - key: not-acme
    match_type: ALL_MATCH_TYPE
    constraints:
      - { type: STRING_COMPARISON_TYPE, property: tenant, operator: isnotoneof, value: '["acme"]' }
`,
    },
    defines: ['csv-import flipt; all: true, tenant!=acme → false; owner imports'],
  },
  {
    format: 'Flipt as a stream of namespaces',
    files: {
      'features.yaml': `namespace: { key: web }
flags:
  - key: new-nav
    enabled: true
---
namespace: { key: api }
flags:
  - key: csv-import
    enabled: false
`,
    },
    defines: ['new-nav flipt; all: true', 'csv-import flipt; all: false'],
  },
  {
    format: 'Featurevisor in YAML, rules beside the environments',
    files: {
      'features/checkout.yml': `description: Checkout
tags: [web]
bucketBy: userId
rules:
  production:
    - key: all
      segments: "*"
      percentage: 100
  staging:
    - key: de
      segments:
        and: [germany, { not: [beta] }]
      percentage: 50
`,
    },
    defines: ['checkout featurevisor; production: false, * → true; staging: false, segment germany → true 50%'],
  },
  {
    format: "Split's localhost mode in YAML",
    files: { 'split.yaml': `- new-nav:\n    treatment: "on"\n    keys: [acme, globex]\n- new-nav:\n    treatment: "off"\n` },
    defines: ['new-nav split; local: off, key=acme|globex → on'],
  },
  {
    format: "GitLab's file in YAML",
    files: {
      'config/feature_flags/wip/csv_import.yml': `---
name: csv_import
introduced_by_url: https://git.example/1
milestone: '17.2'
group: group::imports
type: wip
default_enabled: false
`,
    },
    defines: ['csv_import home-made; owner group::imports; created 17.2'],
  },
  {
    format: 'environment files: switches, and nothing else that stands in them',
    files: {
      'apps/api/.env.production': `FEATURE_CSV_IMPORT=true\nDATABASE_URL=postgres://u:p@db/x\nENABLE_SSO="off"\nFEATURE_LIMIT=20\nREDIS_ENABLED=1\n`,
      'apps/api/.env.example': `FEATURE_CSV_IMPORT=false\n`,
      'apps/api/.env': `FEATURE_CSV_IMPORT=1\n`,
    },
    defines: [
      'FEATURE_CSV_IMPORT environment; local: true',
      'FEATURE_CSV_IMPORT environment',
      'FEATURE_CSV_IMPORT environment; production: true',
      'ENABLE_SSO environment; production: false',
    ],
  },
  {
    format: "Firebase's template: groups, conditions, percentages, texts for booleans",
    files: {
      'remoteconfig.template.json': `{
        "conditions": [
          { "name": "acme", "expression": "app.userProperty['company'].exactlyMatches(['acme'])" },
          { "name": "initech", "expression": "app.userProperty['company'] == 'initech'" },
          { "name": "tenth", "expression": "percent <= 10" }
        ],
        "parameters": {
          "new_nav": { "defaultValue": { "value": "false" }, "conditionalValues": { "initech": { "value": "true" }, "acme": { "value": "true" } }, "valueType": "BOOLEAN" },
          "welcome": { "defaultValue": { "useInAppDefault": true } }
        },
        "parameterGroups": { "Invoices": { "parameters": { "aging": { "defaultValue": { "value": "false" }, "conditionalValues": { "tenth": { "value": "true" } } } } } }
      }`,
    },
    defines: [
      'new_nav firebase; all: false, company=initech → true, company=acme → true',
      'welcome firebase; all: undefined',
      'aging firebase; all: false, * → true 10%',
    ],
  },
  {
    format: "Azure's new schema and .NET's old one",
    files: {
      'src/appsettings.Production.json': `{ "Logging": {}, "FeatureManagement": {
        "NewNav": true,
        "Aging": { "EnabledFor": [{ "Name": "Microsoft.TimeWindow", "Parameters": { "Start": "Wed, 01 Jan 2025 00:00:00 GMT", "End": "Sat, 01 Mar 2025 00:00:00 GMT" } }] },
        "Never": { "EnabledFor": [] }
      } }`,
      'src/config.json': `{ "feature_management": { "feature_flags": [
        { "id": "Beta", "enabled": true, "conditions": { "client_filters": [{ "name": "Microsoft.Targeting", "parameters": { "Audience": {
          "Users": ["bob@acme.com"], "Groups": [{ "Name": "Ring1", "RolloutPercentage": 50 }], "DefaultRolloutPercentage": 5 } } }] } },
        { "id": "Off", "enabled": false }
      ] } }`,
    },
    defines: [
      'NewNav azure; production: true',
      'Aging azure; production: false, ? → true; expires 2025-03-01',
      'Never azure; production: false',
      'Beta azure; default: false, userId=bob@acme.com → true, segment Ring1 → true 50%, * → true 5%',
      'Off azure; default: false',
    ],
  },
  {
    format: 'AWS AppConfig: variants with rules, planned deprecation',
    files: {
      'infra/flags.json': `{ "version": "1",
        "flags": { "sso": { "name": "SSO", "_createdAt": "2024-05-01T00:00:00Z" }, "old-pdf": { "name": "Old PDF", "_deprecation": { "status": "planned", "date": "2025-06-30" } } },
        "values": {
          "sso": { "enabled": false, "_variants": [{ "name": "acme", "enabled": true, "rule": "(or (eq $tenant \\"acme\\") (eq $tenant \\"globex\\"))" }, { "name": "rest", "enabled": false }] },
          "old-pdf": { "enabled": true }
        } }`,
    },
    defines: [
      'sso appconfig; all: false, tenant=acme → true, tenant=globex → true, * → false; created 2024-05-01T00:00:00Z',
      'old-pdf appconfig; all: true; expires 2025-06-30',
    ],
  },
  {
    format: "Split's localhost mode",
    files: {
      'split.json': `[{ "new-nav": { "treatment": "on", "keys": ["acme"] } }, { "new-nav": { "treatment": "off" } }, { "wave": { "treatment": "v2", "config": "{}" } }]`,
    },
    defines: ['new-nav split; local: off, key=acme → on', 'wave split; local: v2'],
  },
  {
    format: 'ConfigCat: the full form of version 6, and the simple one',
    files: {
      'config_v6.json': `{ "p": { "u": "https://cdn", "r": 0, "s": "salt" },
        "s": [{ "n": "Globex", "r": [{ "a": "Company", "c": 28, "s": "globex" }] }],
        "f": {
          "isNavNew": { "t": 0, "v": { "b": false }, "i": "1", "r": [
            { "c": [{ "u": { "a": "Email", "c": 2, "l": ["@acme.com"] } }], "s": { "v": { "b": true }, "i": "2" } },
            { "c": [{ "s": { "s": 0, "c": 0 } }], "s": { "v": { "b": true }, "i": "3" } },
            { "c": [{ "u": { "a": "Email", "c": 16, "l": ["4fd3"] } }], "s": { "v": { "b": true } } } ] },
          "wave": { "t": 1, "v": { "s": "a" }, "p": [{ "p": 20, "v": { "s": "b" } }, { "p": 80, "v": { "s": "a" } }] }
        } }`,
      'configcat-overrides.json': `{ "flags": { "limit": 3, "isNavNew": true } }`,
    },
    defines: [
      'isNavNew configcat; local: false, email domain=acme.com → true, Company=globex → true, ? → true',
      'wave configcat; local: a, * → b 20%, * → a 80%',
      'limit configcat; local: 3',
      'isNavNew configcat; local: true',
    ],
  },
  {
    format: "GitLab's file for each flag, whose value is decided at run time",
    files: {
      'config/feature_flags/beta/invoice_search.json': `{ "name": "invoice_search", "introduced_by_url": "https://git.example/1", "milestone": "17.2", "type": "beta", "group": "group::billing", "default_enabled": false }`,
      'config/feature_flags/ops/stop_mails.json': `{ "name": "stop_mails", "milestone": "16.0", "type": "ops", "group": "group::mail", "default_enabled": true }`,
    },
    defines: [
      'invoice_search home-made; owner group::billing; created 17.2',
      'stop_mails home-made; owner group::mail; created 16.0; permanent',
    ],
  },
  {
    format: 'Flagpole: owners, dates and segments with organizations in plain text',
    files: {
      'flagpole.json': `{ "features": {
        "organizations:new-nav": { "owner": "web", "created_at": "2024-01-05", "segments": [
          { "name": "first", "rollout": 100, "conditions": [{ "property": "organization_slug", "operator": { "kind": "in", "value": ["acme"] } }] } ] },
        "organizations:wave": { "owner": "web", "created_at": "2024-01-05", "enabled": true, "segments": [{ "name": "ga", "rollout": 25, "conditions": [] }] },
        "organizations:off": { "owner": "web", "created_at": "2024-01-05", "enabled": false, "segments": [] }
      } }`,
    },
    defines: [
      'organizations:new-nav home-made; all: false, organization_slug=acme → true; owner web; created 2024-01-05',
      'organizations:wave home-made; all: false, * → true 25%; owner web; created 2024-01-05',
      'organizations:off home-made; all: false; owner web; created 2024-01-05',
    ],
  },
  {
    format: 'a file for each environment, with a map of booleans',
    files: {
      'config/development.json': `{ "env": "development", "features": { "jobs/search": true, "cart": true } }`,
      'config/production.json': `{ "env": "production", "features": { "jobs/search": false, "cart": true } }`,
    },
    defines: [
      'jobs/search home-made; development: true',
      'cart home-made; development: true',
      'jobs/search home-made; production: false',
      'cart home-made; production: true',
    ],
  },
  {
    format: 'a table of flags by environment',
    files: {
      'src/feature-flags.json': `{ "newNav": { "development": true, "production": false }, "aging": { "development": true, "production": true } }`,
    },
    defines: ['newNav home-made; development: true; production: false', 'aging home-made; development: true; production: true'],
  },
  {
    format: "Vercel's flags, declared in code",
    files: {
      'flags.ts': `import { flag } from 'flags/next';
        export const newNav = flag({ key: 'new-nav', defaultValue: false, decide: () => false });
        export const aging = flag<boolean>({ key: 'aging', decide({ entities }) { return entities.beta; } });`,
    },
    defines: ['new-nav vercel; all: false', 'aging vercel'],
  },
  {
    format: "the features that Split's factory is given in code",
    files: {
      'split.ts': `import { SplitFactory } from '@splitsoftware/splitio';
        const factory = SplitFactory({ core: { authorizationKey: 'localhost' }, features: { 'new-nav': 'on', wave: { treatment: 'v2', config: null } } });`,
    },
    defines: ['new-nav split; local: on', 'wave split; local: v2'],
  },
];
