import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { kinds } from '../../src/model/finding.js';
import { filesBelow, projectFolder, readJson, readText } from './project.js';

const expected = z.object({ findings: z.array(z.object({ kind: z.string() })) });

const tests = filesBelow('test/unit/detectors', '.test.ts');

describe('every kind', () => {
  for (const kind of kinds) {
    it(`${kind} has a detector, a test, a section in the documentation and places in the demo`, () => {
      assert.ok(existsSync(join(projectFolder, 'src', 'detectors', `${kind}.ts`)), 'detector');
      assert.ok(
        tests.some((path) => new RegExp(`/${kind}(-[a-z]+)?\\.test\\.ts$`).test(path)),
        'test',
      );
      assert.match(readText('docs/detection.md'), new RegExp(`^## ${kind}$`, 'm'), 'documentation');
      const { findings } = expected.parse(readJson('test/fixtures/demo.expected.json'));
      assert.ok(findings.filter((finding) => finding.kind === kind).length >= 3, 'demo');
    });
  }
});
