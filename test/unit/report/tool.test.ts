import assert from 'node:assert/strict';
import { tool } from '../../../src/report/tool.js';
import { readJsonObject } from './json-file.js';

describe('tool', () => {
  it('has the name and version of the package', () => {
    const { name, version } = readJsonObject('package.json');
    assert.deepEqual(tool, { name, version });
  });
});
