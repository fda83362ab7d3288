import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { configJsonSchema } from '../../src/workspace/config-schema.js';
import { decisionJsonSchema } from '../../src/workspace/decision-schema.js';
import { configFileName } from '../../src/workspace/find-config.js';
import { readConfig } from '../../src/workspace/read-config.js';
import { opinionsJsonSchema } from '../../src/workspace/read-opinions.js';
import { codeBlocks, filesBelow, manifest, readJson, readText } from './project.js';

const documents = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md')];

/** Configurations shown in the documents. */
const examples = documents.flatMap((path) =>
  codeBlocks(readText(path), ['json', 'jsonc'])
    .filter(
      (code) =>
        /"(customers|notCustomers|discriminators|severities|flagFunctions|include|exclude|budgets|planning)"/.test(code) &&
        !code.includes('"findings"'),
    )
    .map((code) => ({ path, code })),
);

describe('documents', () => {
  it('the published config schema is the one that the code reads by', () => {
    assert.deepEqual(readJson('media/config.schema.json'), configJsonSchema());
  });

  it('the published schema of decisions is the one that the code reads by', () => {
    assert.deepEqual(readJson('media/decision.schema.json'), decisionJsonSchema());
  });

  it('the published schema of opinions is the one that the code reads by, and the example keeps to it', () => {
    assert.deepEqual(readJson('media/opinions.schema.json'), opinionsJsonSchema());
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(opinionsJsonSchema());
    const [example] = codeBlocks(readText('docs/red-flags.md'), ['json']);
    assert.ok(validate(JSON.parse(example ?? '')), JSON.stringify(validate.errors));
  });

  it('show at least one configuration', () => {
    assert.ok(examples.length > 0);
  });

  for (const { path, code } of examples)
    it(`${path}: the configuration that begins ${code.slice(0, 40).replace(/\s+/g, ' ')} is valid`, () => {
      const { problems, document } = readConfig(configFileName, code);
      assert.deepEqual(problems, []);
      const validate = new Ajv({ strict: false }).compile(configJsonSchema());
      assert.ok(validate(document.value()), JSON.stringify(validate.errors));
    });

  for (const path of documents)
    it(`${path}: every npm script it names exists`, () => {
      for (const [, script] of readText(path).matchAll(/npm run ([\w:-]+)/g))
        assert.ok(manifest.scripts[script ?? ''] !== undefined, `npm run ${script ?? ''}`);
    });

  it('README tells the two commands', () => {
    assert.match(readText('README.md'), /^npm ci && npm run scan -- DIR$/m);
    assert.match(readText('README.md'), /^npm ci && npm test$/m);
  });
});
