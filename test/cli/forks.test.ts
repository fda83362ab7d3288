import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { readJsonObject } from '../unit/report/json-file.js';
import { TemporaryFolder } from '../unit/workspace/temporary-folder.js';
import { runCli } from './run-cli.js';

const demo = 'test/fixtures/demo';

describe('oneoff forks', function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  it('lists copies under what they go back to', async () => {
    const { code, stdout, stderr } = await runCli(['forks', demo, '--no-cache']);
    assert.equal(stderr, '');
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^apps\/api\/src\/invoicing\/reminder-letter\.ts {2}1 file copy\n {2}acme {2}apps\/api\/src\/customers\/acme\/reminder-letter\.ts {2}84 % the same · 14 lines shared, 5 its own · medium confidence$/m,
    );
    assert.match(stdout, /^ {2}hooli {2}apps\/api\/src\/pricing\/proration\.ts:18 prorateForHooli {2}/m);
    assert.match(stdout, /\n4 forks in 4 families\n$/);
  });

  it('writes families as JSON, each fork as the report has it', async () => {
    const { stdout } = await runCli(['forks', demo, '--no-cache', '--format', 'json']);
    const { families, droppedPairs } = JSON.parse(stdout) as { families: { forks: unknown[] }[]; droppedPairs: number };
    assert.equal(droppedPairs, 0);
    assert.equal(families.length, 4);
    const schema = readJsonObject('media/report.schema.json');
    const validate = new Ajv({ allowUnionTypes: true }).compile({
      ...schema,
      $ref: undefined,
      type: undefined,
      required: undefined,
      properties: undefined,
      allOf: [{ $ref: '#/definitions/finding' }],
      additionalProperties: true,
    });
    for (const fork of families.flatMap(({ forks }) => forks)) assert.ok(validate(fork), JSON.stringify(validate.errors));
  });

  it('says that there are none', async () => {
    folder.write({ 'src/a.ts': 'export const a = 1;\n' });
    const { code, stdout } = await runCli(['forks', folder.path, '--no-cache']);
    assert.equal(code, 0);
    assert.equal(stdout, 'No forks were found: no file, folder, function or class that was copied for a customer.\n');
  });

  it('looks for none in a scan that is told so, by option or configuration', async () => {
    const letter = readFileSync(`${demo}/apps/api/src/invoicing/reminder-letter.ts`, 'utf8');
    const customers = '"customers": [{ "id": "acme" }]';
    folder.write({ 'oneoff.config.json': `{ ${customers} }`, 'src/letter.ts': letter, 'src/letter.acme.ts': letter });
    const kinds = async (...words: string[]): Promise<string> => (await runCli(['scan', folder.path, '--no-cache', ...words])).stdout;
    assert.match(await kinds(), /letter\.acme\.ts\n {5}1 {2}fork .*100 % of src\/letter\.ts/);
    assert.doesNotMatch(await kinds('--no-forks'), /fork/);
    folder.write({ 'oneoff.config.json': `{ ${customers}, "forks": false }` });
    assert.doesNotMatch(await kinds(), /fork/);
  });

  it('explains a fork, and of a file in a copied folder which that is', async () => {
    const { stdout } = await runCli(['explain', 'apps/api/src/customers/acme/reminder-letter.ts:1', demo, '--no-cache']);
    assert.match(stdout, /fork · acme · medium confidence\n\n {2}copy .*\n {4}for .*84 % the same but for names\.\n/);
    assert.match(stdout, /\n {2}origin {5}apps\/api\/src\/invoicing\/reminder-letter\.ts .*is called after nobody, so it came first\n/);
    const letter = readFileSync(`${demo}/apps/api/src/invoicing/reminder-letter.ts`, 'utf8');
    const pages = ['larchfield', 'pinewood'].flatMap((app) =>
      [1, 2, 3, 4, 5].map((page): readonly [string, string] => [
        `apps/${app}/src/page${String(page)}.ts`,
        letter.replaceAll('invoice', `invoice${String(page)}${String.fromCharCode(96 + page).repeat(3)}`),
      ]),
    );
    folder.write(Object.fromEntries(pages));
    const inside = await runCli(['explain', 'apps/pinewood/src/page2.ts:2', folder.path, '--no-cache']);
    assert.match(inside.stdout, /The file belongs to a copied folder: apps\/pinewood\/src, from apps\/larchfield\/src \(fork/);
  });
});
