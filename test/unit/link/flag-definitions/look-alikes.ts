/** A document that looks like flag definitions and is something else. */
export interface LookAlike {
  readonly why: string;
  readonly files: Readonly<Record<string, string>>;
}

export const lookAlikes: readonly LookAlike[] = [
  {
    why: 'features and parameters of an API description',
    files: {
      'openapi.json': `{ "openapi": "3.0.0", "paths": {}, "features": [{ "name": "x" }], "parameters": { "page": { "in": "query", "name": "page", "schema": { "type": "integer" } } } }`,
    },
  },
  {
    why: 'a package with features',
    files: { 'package.json': `{ "name": "x", "version": "1.0.0", "features": { "esm": true }, "flags": { "strict": true } }` },
  },
  { why: 'flags of countries', files: { 'flags.json': `{ "flags": { "de": "Germany", "fr": "France" } }` } },
  { why: 'flags of a command line', files: { 'cli.json': `{ "flags": { "verbose": { "type": "boolean", "description": "Talk" } } }` } },
  { why: 'variants of a product', files: { 'products.json': `{ "shirt": { "variations": { "red": 1 }, "price": 10 } }` } },
  {
    why: 'features of a map',
    files: {
      'map.json': `{ "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": { "name": "x" }, "geometry": null }] }`,
    },
  },
  {
    why: 'features of a price list',
    files: { 'plans.json': `{ "features": [{ "name": "SSO", "enabled": true }, { "name": "Export", "enabled": false }] }` },
  },
  {
    why: 'parameters of a stack',
    files: { 'template.json': `{ "parameters": { "name": { "type": "string", "defaultValue": "x" } }, "resources": [] }` },
  },
  { why: 'a schema with default values', files: { 'schema.json': `{ "name": { "defaultValue": "x" }, "age": { "defaultValue": 3 } }` } },
  { why: 'a single file named as an environment', files: { 'config/production.json': `{ "features": { "cart": true } }` } },
  {
    why: 'features of two environments that are no booleans',
    files: {
      'config/development.json': `{ "features": { "a": { "x": 1 } } }`,
      'config/production.json': `{ "features": { "a": { "x": 1 } } }`,
    },
  },
  { why: 'hosts by environment', files: { 'hosts.json': `{ "api": { "development": "localhost", "production": "api.example.com" } }` } },
  { why: 'what runs where, without a word of flags', files: { 'deploy.json': `{ "api": { "development": true, "production": false } }` } },
  { why: 'plain flags of nobody in particular', files: { 'settings.json': `{ "flags": { "wide": true, "dark": false } }` } },
  { why: 'translations', files: { 'locales/en/features.json': `{ "features": { "title": "Features", "search": "Search" } }` } },
  { why: 'a workflow with a name and a type', files: { 'feature_flags/x.json': `{ "name": "x", "type": "beta" }` } },
  {
    why: 'definitions that a test makes up',
    files: { 'test/flags.json': `{ "flags": { "a": { "flagType": "boolean", "defaultValue": true } } }` },
  },
  {
    why: 'a function of the same name from elsewhere',
    files: { 'flags.ts': `import { flag } from './country'; export const x = flag({ key: 'de' });` },
  },
];
