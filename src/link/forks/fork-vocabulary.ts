/** Words by which forks for customers are told from other things that look alike. General English and trade words only, singular. */

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Folders that hold a folder or file per party, whatever these are called. */
export const partyFolders: ReadonlySet<string> = words(`
  tenant customer client brand whitelabel partner merchant licensee reseller agency organization organisation org municipality
  city cities state county counties canton district region country countries commune council operator carrier bank school hospital university club
  franchise dealer distributor publisher bidder customization tenant-override flavor flavour distribution family families
`);

/** Folders that hold whole applications side by side. */
export const applicationFolders: ReadonlySet<string> = words(`
  app site website storefront frontend front-end portal product shop brand tenant client customer
`);

/** What both have in common stands there. */
export const sharedFolders: ReadonlySet<string> = words(`common shared default base core generic standard main`);

/** Words in names of what is there to be copied. */
export const templates: ReadonlySet<string> = words(
  `example template boilerplate starter skeleton scaffold blueprint sample demo default base`,
);

/**
 * Variants that no customer ordered: platforms, layers, roles, stages, versions, directions, engines, formats. Two copies that differ by one of
 * these are made for another reason.
 */
export const otherVariants: ReadonlySet<string> = words(`
  doc docs storybook landing marketing www dashboard
  web native mobile desktop tablet ios android macos mac osx windows win linux unix browser node deno bun server client ssr csr edge worker
  electron cordova capacitor expo tauri wasm cli api ui backend frontend
  react vue svelte angular preact solid ember next nuxt remix astro gatsby lit jquery redux mobx zustand express koa fastify nest hapi
  webpack vite rollup esbuild parcel swc babel jest vitest mocha cypress playwright storybook tailwind bootstrap antd mui material
  typescript javascript ts js jsx tsx esm cjs umd mjs python java kotlin swift rust ruby php csharp dotnet
  mysql mariadb postgres postgresql pg sqlite mssql sqlserver oracle mongo mongodb redis cassandra dynamodb cockroach cockroachdb spanner
  sql nosql graphql rest grpc soap http https websocket ws sse tcp udp mqtt amqp kafka rabbitmq nats sqs sns s3 gcs azure aws gcp
  json xml yaml toml csv html markdown md css scss less svg png pdf
  admin user guest member owner manager public private internal external anonymous auth unauth
  create update edit delete add remove new old read write get set list detail show hide open close start stop begin end up down left right
  top bottom first last next previous prev before after early late min max in out from to on off in inbound outbound incoming outgoing
  source target origin destination parent child input output request response sync async light dark primary secondary
  small medium large big tiny mini full compact short long single multi multiple double one two three many simple advanced basic complex
  legacy modern deprecated experimental unstable beta alpha canary stable current default custom generic common base abstract
  dev development prod production staging stage test testing mock fake stub demo example sample template playground sandbox
  v1 v2 v3 v4 v5 v6 version
  day week month year hour minute second date time daily weekly monthly yearly hourly
  banner video audio image text icon button link table form modal dialog page view screen widget card menu header footer
  light client reader writer encoder decoder encode decode encrypt decrypt import export upload download
  en de fr es it pt nl pl ru ja ko zh ar tr sv da no fi cs hu ro uk us gb
`);

/** Folders whose files are made alike on purpose: pictures, texts, examples, types, doubles for tests, data for them. Singular. */
export const alikeFolders: ReadonlySet<string> = words(`
  icon svg illustration logo asset locale i18n lang language translation migration seed seeder example integrationexample sample demo
  playground sandbox sandboxes boilerplate starter scaffold generator benchmark bench doc documentation story stories storybook .storybook
  snapshot cassette abi typechain typechain-types schema proto type typing @types interface fixture mock testing testdata test-utils
  test-helpers perf codemod
`);

/** Endings between the name and the extension: `button.stories.tsx`. Singular. */
export const alikeEndings: ReadonlySet<string> = words(`
  config conf setup stories story fixture mock type schema graphql gql style constant enum interface dto generated test spec e2e cy bench testcafe
`);

/** Names of files that tools ask for, or that every project has. */
export const alikeNames: ReadonlySet<string> = words(`
  type typing interface schema style setuptest test-util test-provider test-helper test-setup testutil reportwebvital serviceworker service-worker
  polyfill environment gulpfile gruntfile _app _document _error 404 500 not-found error loading global-error
`);

/** Words that make any name one of these: `UserIcon.tsx`, `mockDataUtils.ts`. */
export const alikeWords: ReadonlySet<string> = words(`icon logo svg mock fixture dummy stub`);
