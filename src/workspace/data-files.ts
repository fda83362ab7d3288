import { dataLanguage } from '../facts/data/data-language.js';

/** Larger data files were not written by hand; they are not read. */
export const maximumDataBytes = 256 * 1024;

/** Files that tools write, or read for themselves; customers and flags of the product are not in them. */
const toolFiles: readonly RegExp[] = [
  /^(?:package|package-lock|npm-shrinkwrap|composer|bower|lerna|nx|project|turbo|rush|angular|nest-cli|deno|vercel|netlify|renovate|components|tslint|jsdoc|typedoc|ember-cli|cypress|jest|nodemon|app\.plugin)\.jsonc?$/,
  /^(?:ts|js)config(?:\.[\w.-]+)?\.json$/,
  /^(?:pnpm-lock|pnpm-workspace|yarn|dependabot|codecov|appveyor|azure-pipelines|bitbucket-pipelines|cloudbuild|buildspec|mkdocs|chart|kustomization|serverless|skaffold|lefthook|crowdin|mta|netlify|render|pubspec)\.ya?ml$/,
  /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/,
  /^(?:openapi|swagger|asyncapi)(?:[.-][\w.-]+)?\.(?:json|ya?ml)$/,
  /(?:\.|-)(?:lock|schema|min|generated|gen|snap|map|postman_collection|postman_environment|tsbuildinfo)\.(?:json|ya?ml)$/,
  /^oneoff\.(?:config|baseline)\.json$/,
];

/** Hidden files that are no tool's: environment files, and definitions of flags. */
const wantedHidden = /^\.(?:env\b|flipt\.ya?ml$|launchdarkly$)/;

/** Catalogues of texts: folders that hold them, and files that are named for a language. */
const textFolder = /(?:^|\/)(?:locales?|i18n|l10n|langs?|languages?|translations?|intl|messages)\//i;
const textFile = /^(?:(?:messages|translations?|strings|common)[._-])?[a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}|\d{3}))?\.(?:json|ya?ml)$/i;
const textName = /^(?:messages|translations?|strings)\.(?:json|ya?ml)$/i;

/** Whether a file is data of the workspace by its name: JSON, YAML or an environment file that belongs to no tool. */
export function isDataFile(path: string): boolean {
  if (dataLanguage(path) === null) return false;
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return !toolFiles.some((pattern) => pattern.test(name)) && (!name.startsWith('.') || wantedHidden.test(name));
}

/** Why a data file is left out unless a glob of `include` spells out its name or a folder's; null when it is not. */
export function whyDataLeftOut(path: string): string | null {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  if (parts.some((part) => part.startsWith('.') && !wantedHidden.test(part)))
    return 'it is data in a hidden folder, which belongs to a tool';
  if (textFolder.test(path) || textFile.test(name) || textName.test(name)) return 'it is a catalogue of texts';
  return null;
}

/** Documents that describe interfaces, schemas or what to deploy, and snapshots of tests: data about software, not about customers. */
const foreignDocument =
  /^\s*["']?(?:openapi|swagger|asyncapi|apiVersion|AWSTemplateFormatVersion|lockfileVersion)["']?\s*:|"\$schema"\s*:\s*"https?:\/\/json-schema\.org|"type"\s*:\s*"FeatureCollection"/m;

/** How what One-Off has written itself begins, whatever the file is called. */
const ownDocuments: readonly RegExp[] = [
  // Reports, explanations, hotspots and families of copies.
  /^\s*\{\s*"schemaVersion"\s*:\s*\d+\s*,\s*"tool"\s*:\s*\{\s*"name"\s*:\s*"oneoff"/,
  // A baseline, with or without entries.
  /^\s*\{\s*"[0-9a-f]+"\s*:\s*\{\s*"kind"\s*:\s*"[a-z-]+"\s*,\s*"path"\s*:/,
  /^\s*\{\s*"version"\s*:\s*\d+\s*\}\s*$/,
  // A plan, a decision, a trend.
  /^\s*\{\s*"asOf"\s*:\s*"[^"]*"\s*,\s*"customizations"\s*:\s*\[/,
  /^\s*\{\s*"version"\s*:\s*\d+\s*,\s*"customization"\s*:\s*"/,
  /^\s*\{\s*"points"\s*:\s*\[\s*\{\s*"commit"\s*:\s*"[0-9a-f]+"/,
  // SARIF, and GitLab's list of problems.
  /"driver"\s*:\s*\{\s*"name"\s*:\s*"oneoff"/,
  /"check_name"\s*:\s*"oneoff\//,
];

const headLength = 2000;

/** Whether the first lines of a data file say that it is about something else, or that One-Off wrote it. */
export function isForeignDocument(text: string): boolean {
  const head = text.slice(0, headLength);
  return foreignDocument.test(head) || ownDocuments.some((pattern) => pattern.test(head));
}
