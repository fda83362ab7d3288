import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Facts } from '../../../src/facts/facts.js';
import { contentHash, defaultCacheFolder, FactsCache } from '../../../src/workspace/facts-cache.js';
import { TemporaryFolder } from './temporary-folder.js';

const none = {
  imports: [],
  exports: [],
  declarations: [],
  conditions: [],
  tables: [],
  calls: [],
  accesses: [],
  notes: [],
  mentions: [],
  directives: [],
  damage: [],
};

function facts(...lineStarts: number[]): Facts {
  return { complexity: 0, lineStarts, ...none };
}

function pack(value: unknown): string {
  return JSON.stringify(value);
}

describe('FactsCache', () => {
  let folder: TemporaryFolder;
  let log: string[];
  beforeEach(() => {
    folder = new TemporaryFolder();
    log = [];
  });
  afterEach(() => {
    folder.remove();
  });

  function open(parser: 'oxc' | 'typescript-estree' = 'oxc', root = '/w'): FactsCache {
    return new FactsCache({ folder: folder.at('cache'), root, parser, log: (line) => log.push(line) });
  }

  function file(): string {
    const [name] = readdirSync(folder.at('cache'));
    return folder.at(`cache/${name ?? ''}`);
  }

  function fill(): void {
    const cache = open();
    cache.put('one', pack(facts(0, 5)));
    cache.put('two', pack(facts(0, 9)));
    cache.save();
  }

  it('gives back what was put in', () => {
    fill();
    assert.deepEqual(open().get('one'), facts(0, 5));
    assert.deepEqual(open().get('two'), facts(0, 9));
    assert.equal(open().get('three'), undefined);
    assert.deepEqual(log, []);
  });

  it('drops what the last scan did not use', () => {
    fill();
    const cache = open();
    cache.keep('two');
    cache.save();
    assert.equal(open().get('one'), undefined);
    assert.deepEqual(open().get('two'), facts(0, 9));
  });

  it('keeps parsers and workspaces apart', () => {
    fill();
    assert.equal(open('typescript-estree').get('one'), undefined);
    assert.equal(open('oxc', '/other/w').get('one'), undefined);
  });

  it('leaves no file behind while writing', () => {
    fill();
    assert.equal(readdirSync(folder.at('cache')).length, 1);
  });

  const damages: readonly { readonly name: string; readonly spoil: (content: Buffer) => Buffer; readonly line: RegExp }[] = [
    { name: 'garbage', spoil: () => Buffer.from('garbage'), line: /left unread: it is broken/ },
    { name: 'nothing', spoil: () => Buffer.alloc(0), line: /left unread: it is broken/ },
    {
      name: 'another version',
      spoil: (content) => Buffer.from(content.toString('latin1').replace('"maker":"', '"maker":"0-'), 'latin1'),
      line: /another version wrote it/,
    },
    { name: 'half a file', spoil: (content) => content.subarray(0, content.length - 3), line: /it is cut short/ },
    { name: 'a foreign shape', spoil: () => Buffer.from('{"maker":1,"index":{}}\n'), line: /left unread: it is broken/ },
  ];
  for (const { name, spoil, line } of damages) {
    it(`takes ${name} for empty, says so, and replaces it`, () => {
      fill();
      writeFileSync(file(), spoil(readFileSync(file())));
      assert.equal(open().get('one'), undefined);
      assert.match(log.join('\n'), line);
      fill();
      assert.deepEqual(open().get('one'), facts(0, 5));
    });
  }

  it('passes over an entry that is broken', () => {
    const cache = open();
    cache.put('one', '{ not JSON');
    cache.put('two', pack({ lineStarts: 'no list' }));
    cache.put('three', pack(facts(3)));
    cache.save();
    assert.equal(open().get('one'), undefined);
    assert.equal(open().get('two'), undefined);
    assert.deepEqual(open().get('three'), facts(3));
    assert.match(log.join('\n'), /An entry of the cache .* is broken/);
  });

  it('goes on without a cache that cannot be written', () => {
    folder.write({ cache: 'a file where the folder should be' });
    const cache = open();
    cache.put('one', pack(facts(0)));
    cache.save();
    assert.match(log.join('\n'), /could not be written/);
  });
});

describe('contentHash', () => {
  it('depends on text and language, not on the place', () => {
    assert.equal(contentHash('a/x.ts', 'text'), contentHash('b/y.ts', 'text'));
    assert.notEqual(contentHash('a/x.ts', 'text'), contentHash('a/x.tsx', 'text'));
    assert.notEqual(contentHash('a/x.ts', 'text'), contentHash('a/x.ts', 'text '));
  });
});

describe('defaultCacheFolder', () => {
  it('follows the XDG base directories', () => {
    assert.equal(defaultCacheFolder({ XDG_CACHE_HOME: '/c' }), '/c/oneoff');
    assert.match(defaultCacheFolder({}), /\/\.cache\/oneoff$/);
    assert.match(defaultCacheFolder({ XDG_CACHE_HOME: 'relative' }), /\/\.cache\/oneoff$/);
  });
});
