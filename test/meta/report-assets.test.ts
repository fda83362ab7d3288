import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { script, style } from '../../src/report/html/assets.js';
import { readText } from './project.js';

describe('the style and script of the HTML report', () => {
  for (const [name, asset] of [['page.css', style] as const, ['page.js', script] as const])
    it(`${name} is embedded as it is, with its hash; npm run write-report-assets does so`, () => {
      assert.equal(asset.text, `\n${readText(`src/report/html/${name}`)}`);
      assert.equal(asset.hash, `sha256-${createHash('sha256').update(asset.text).digest('base64')}`);
    });

  it('build the page from text only', () => {
    assert.doesNotMatch(script.text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|<\/script/);
  });
});
