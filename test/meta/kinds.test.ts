import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { kinds } from '../../src/model/finding.js';
import { projectFolder, readJson, readText } from './project.js';

const expected = z.object({ findings: z.array(z.object({ kind: z.string() })) });

describe('every kind', () => {
  for (const kind of kinds) {
    it(`${kind} has a detector, a test, a section in the documentation and places in the demo`, () => {
      assert.ok(existsSync(join(projectFolder, 'src', 'detectors', `${kind}.ts`)), 'detector');
      assert.ok(existsSync(join(projectFolder, 'test', 'unit', 'detectors', `${kind}.test.ts`)), 'test');
      assert.match(readText('docs/detection.md'), new RegExp(`^## ${kind}$`, 'm'), 'documentation');
      const { findings } = expected.parse(readJson('test/fixtures/demo.expected.json'));
      assert.ok(findings.filter((finding) => finding.kind === kind).length >= 3, 'demo');
    });
  }
});
