import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { readJsonObject } from '../unit/report/json-file.js';
import { TemporaryFolder } from '../unit/workspace/temporary-folder.js';
import { runCli } from './run-cli.js';

const files = {
  'oneoff.config.json': '{ "customers": [{ "id": "acme", "name": "Acme" }] }',
  'src/rules.ts': "export const isAcme = (tenant) => tenant.slug === 'acme';\n",
  'src/app.ts': "import { isAcme } from './rules';\nif (isAcme(tenant)) {\n  go();\n}\nif (tenant.plan === 'pro') go();\n",
};

describe('oneoff explain', function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;
  const explain = (...words: string[]) => runCli(['explain', ...words, '--no-cache'], { cwd: folder.path });

  beforeEach(() => {
    folder = new TemporaryFolder(files);
  });
  afterEach(() => {
    folder.remove();
  });

  it('prints the chain from the condition to the customer', async () => {
    const { code, stdout, stderr } = await explain('src/app.ts:2');
    assert.equal(stderr, '');
    assert.equal(code, 0);
    assert.deepEqual(stdout.split('\n'), [
      'src/app.ts:2  isAcme(tenant)',
      'branch · Acme · high confidence',
      '',
      '  condition  isAcme(tenant)  src/app.ts:2:5',
      '    for      “tenant.slug” says which customer it is.',
      "  predicate  isAcme          src/rules.ts:1:14  returns tenant.slug === 'acme'",
      "  literal    'acme'          src/rules.ts:1:51",
      '  customer   Acme            configured',
      '',
    ]);
  });

  it('says why a line has nothing, and whose region it is in', async () => {
    assert.match(
      (await explain('src/app.ts:5')).stdout,
      /no one-off\n\n {2}condition {2}tenant\.plan === 'pro'.*\n {4}against {2}“pro” is no name/,
    );
    assert.match((await explain('src/app.ts:3')).stdout, /The line belongs to the one-off on line 2: isAcme\(tenant\) \(branch · Acme/);
  });

  it('takes paths as the report writes them, and picks by column', async () => {
    const { stdout } = await runCli(['explain', 'src/app.ts:2:6', folder.path, '--no-cache']);
    assert.match(stdout, /^src\/app\.ts:2 {2}isAcme\(tenant\)\n/);
  });

  it('writes JSON that conforms to the published schema', async () => {
    const ajv = new Ajv({ strict: false }).addSchema({ ...readJsonObject('media/report.schema.json'), $id: 'report.schema.json' });
    const validate = ajv.compile(readJsonObject('media/explanation.schema.json'));
    for (const line of ['2', '3', '5']) {
      const { stdout } = await explain(`src/app.ts:${line}`, '--format', 'json');
      assert.equal(validate(JSON.parse(stdout)), true, JSON.stringify(validate.errors));
    }
  });

  for (const { name, place, says } of [
    { name: 'no place', place: 'src/app.ts', says: /src\/app\.ts is no place\. Give FILE:LINE/ },
    { name: 'no such file', place: 'src/none.ts:1', says: /There is no file .*none\.ts/ },
    { name: 'no such line', place: 'src/app.ts:99', says: /app\.ts has 5 lines, so there is no line 99/ },
    { name: 'line 0', place: 'src/app.ts:0', says: /count from 1/ },
    { name: 'a file elsewhere', place: `${process.cwd()}/package.json:1`, says: /is no file in .*Give the folder to scan after the place/ },
  ])
    it(`refuses ${name}`, async () => {
      const { code, stdout, stderr } = await explain(place);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, says);
    });

  it('says nothing while the configuration is broken', async () => {
    folder.write({ 'oneoff.config.json': '{ "customers": 5 }' });
    const { code, stderr } = await explain('src/app.ts:2');
    assert.equal(code, 2);
    assert.match(stderr, /the configuration is not in force/);
  });
});
