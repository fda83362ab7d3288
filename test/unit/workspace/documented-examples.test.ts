import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { configJsonSchema } from '../../../src/workspace/config-schema.js';
import { formatConfigProblem } from '../../../src/workspace/config-document.js';
import { readConfig } from '../../../src/workspace/read-config.js';
import { readJsonObject } from '../report/json-file.js';

function examples(file: string, language: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, found, text]) =>
    found === language && text !== undefined ? [text] : [],
  );
}

describe('documented examples', () => {
  for (const file of ['docs/configuration.md', 'README.md']) {
    it(`of configurations in ${file} are valid`, () => {
      const found = examples(file, 'jsonc');
      assert.ok(found.length > 0);
      for (const text of found) {
        const { document, problems } = readConfig(file, text);
        assert.deepEqual(problems.map(formatConfigProblem), []);
        assert.equal(new Ajv({ strict: false }).validate(configJsonSchema(), document.value()), true);
      }
    });
  }

  it('of reports are valid', () => {
    const validate = new Ajv({ strictRequired: false }).compile(readJsonObject('media/report.schema.json'));
    const found = examples('docs/json-report.md', 'json');
    assert.ok(found.length > 0);
    for (const text of found) assert.equal(validate(JSON.parse(text)), true, JSON.stringify(validate.errors));
  });
});
