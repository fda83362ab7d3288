import assert from 'node:assert/strict';
import { addressOf, editorLinks, isLinkTemplate, rootedTemplate } from '../../../src/report/links.js';

function address(template: string, root: string, path: string): string {
  return addressOf(rootedTemplate(template, root), { path, line: 7, column: 3 });
}

describe('links to places', () => {
  const editor = editorLinks.by === 'address' ? editorLinks.template : '';
  const cases: readonly (readonly [name: string, template: string, root: string, path: string, expected: string])[] = [
    ['open an editor', editor, '/home/jo/shop', 'src/a b.ts', 'vscode://file/home/jo/shop/src/a%20b.ts:7:3'],
    ['open one on Windows', editor, 'C:\\code\\shop', 'src/a.ts', 'vscode://file/C:/code/shop/src/a.ts:7:3'],
    ['lead to a host of code', 'https://x.example.com/{path}#L{line}', '/w', 'a#b?.ts', 'https://x.example.com/a%23b%3F.ts#L7'],
    [
      'take names of places for names',
      'https://x.example.com/{path}#{line}',
      '/w',
      '{line}/$&.ts',
      'https://x.example.com/%7Bline%7D/$&.ts#7',
    ],
  ];
  for (const [name, template, root, path, expected] of cases)
    it(name, () => {
      assert.equal(address(template, root, path), expected);
    });

  it('are made of addresses that run nothing', () => {
    const good = [
      'https://x.example.com/{path}',
      'vscode-insiders://file{root}/{path}:{line}',
      'idea://open?file={root}/{path}&line={line}',
    ];
    const bad = ['javascript://%0aalert(1)//{path}', 'data://x/{path}', '{path}', 'https://x.example.com/', '//x/{path}'];
    assert.deepEqual([...good, ...bad].map(isLinkTemplate), [...good.map(() => true), ...bad.map(() => false)]);
  });
});
