import assert from 'node:assert/strict';
import { createModuleResolver, type ModuleFacts, type PackageFacts } from '../../../src/link/modules.js';

function pkg(folder: string, name: string, more: Partial<PackageFacts> = {}): PackageFacts {
  return { folder, name, dependencies: [], mains: [], exports: undefined, imports: undefined, ...more };
}

interface Case {
  readonly name: string;
  readonly files: readonly string[];
  readonly from: string;
  readonly specifier: string;
  readonly found: string | null;
  readonly packages?: ModuleFacts['packages'];
  readonly paths?: ModuleFacts['paths'];
}

const cases: readonly Case[] = [
  { name: 'an extension left out', files: ['a/y.ts'], from: 'a/x.ts', specifier: './y', found: 'a/y.ts' },
  { name: 'TypeScript before JavaScript', files: ['y.js', 'y.ts'], from: 'x.ts', specifier: './y', found: 'y.ts' },
  { name: 'the name of the output', files: ['y.ts'], from: 'x.ts', specifier: './y.js', found: 'y.ts' },
  { name: 'the very file before its source', files: ['y.js', 'y.ts'], from: 'x.ts', specifier: './y.js', found: 'y.js' },
  { name: 'mjs for mts', files: ['y.mts'], from: 'x.ts', specifier: './y.mjs', found: 'y.mts' },
  { name: 'a component', files: ['y.vue'], from: 'x.ts', specifier: './y.vue', found: 'y.vue' },
  { name: 'a component without its extension', files: ['y.vue'], from: 'x.vue', specifier: './y', found: 'y.vue' },
  { name: 'a module before a component', files: ['y.vue', 'y.ts'], from: 'x.vue', specifier: './y', found: 'y.ts' },
  { name: 'a dot in the name', files: ['y.config.ts'], from: 'x.ts', specifier: './y.config', found: 'y.config.ts' },
  { name: 'an index', files: ['b/index.tsx'], from: 'a/x.ts', specifier: '../b', found: 'b/index.tsx' },
  { name: 'the folder itself', files: ['a/index.ts'], from: 'a/x.ts', specifier: '.', found: 'a/index.ts' },
  { name: 'the folder above', files: ['index.ts'], from: 'a/x.ts', specifier: '..', found: 'index.ts' },
  { name: 'a file before a folder', files: ['b.ts', 'b/index.ts'], from: 'x.ts', specifier: './b', found: 'b.ts' },
  { name: 'a bundler’s query', files: ['y.ts'], from: 'x.ts', specifier: './y?worker', found: 'y.ts' },
  { name: 'nothing out of the root', files: ['y.ts'], from: 'x.ts', specifier: '../y', found: null },
  { name: 'nothing for unknown packages', files: ['react.ts'], from: 'x.ts', specifier: 'react', found: null },
  {
    name: 'paths with a star, best pattern first',
    files: ['libs/ui/src/button.ts', 'libs/other/ui/button.ts'],
    from: 'apps/web/x.ts',
    specifier: '@acme/ui/button',
    found: 'libs/ui/src/button.ts',
    paths: [
      {
        folder: '',
        base: '',
        usesBase: false,
        paths: new Map([
          ['@acme/*', ['libs/other/*']],
          ['@acme/ui/*', ['libs/ui/src/*']],
        ]),
      },
    ],
  },
  {
    name: 'the second target when the first is not there',
    files: ['generated/y.ts'],
    from: 'x.ts',
    specifier: '~lib/y',
    found: 'generated/y.ts',
    paths: [{ folder: '', base: '', usesBase: false, paths: new Map([['~lib/*', ['src/*', 'generated/*']]]) }],
  },
  {
    name: 'the nearest tsconfig',
    files: ['a/src/y.ts', 'src/y.ts'],
    from: 'a/src/deep/x.ts',
    specifier: '@/y',
    found: 'a/src/y.ts',
    paths: [
      { folder: '', base: '', usesBase: false, paths: new Map([['@/*', ['./src/*']]]) },
      { folder: 'a', base: 'a', usesBase: false, paths: new Map([['@/*', ['./src/*']]]) },
    ],
  },
  {
    name: 'baseUrl',
    files: ['src/shared/y.ts'],
    from: 'src/deep/x.ts',
    specifier: 'shared/y',
    found: 'src/shared/y.ts',
    paths: [{ folder: '', base: 'src', usesBase: true, paths: new Map() }],
  },
  { name: '@/ without any tsconfig', files: ['web/src/y.ts'], from: 'web/src/a/x.vue.ts', specifier: '@/y', found: 'web/src/y.ts' },
  { name: '~/ without any tsconfig', files: ['app/y.ts'], from: 'app/pages/x.ts', specifier: '~/y', found: 'app/y.ts' },
  {
    name: 'a package by its main',
    files: ['packages/core/lib/start.js'],
    from: 'x.ts',
    specifier: '@acme/core',
    found: 'packages/core/lib/start.js',
    packages: [pkg('packages/core', '@acme/core', { mains: ['./lib/start.js'] })],
  },
  {
    name: 'the source for a main that is built',
    files: ['packages/core/src/index.ts'],
    from: 'x.ts',
    specifier: 'core',
    found: 'packages/core/src/index.ts',
    packages: [pkg('packages/core', 'core', { mains: ['dist/index.js'] })],
  },
  {
    name: 'src/index when a package says nothing',
    files: ['packages/core/src/index.ts'],
    from: 'x.ts',
    specifier: 'core',
    found: 'packages/core/src/index.ts',
    packages: [pkg('packages/core', 'core')],
  },
  {
    name: 'a file of a package',
    files: ['packages/core/src/flags.ts'],
    from: 'x.ts',
    specifier: 'core/flags',
    found: 'packages/core/src/flags.ts',
    packages: [pkg('packages/core', 'core')],
  },
  {
    name: 'exports by condition, the first that is here',
    files: ['packages/core/src/main.ts'],
    from: 'x.ts',
    specifier: 'core',
    found: 'packages/core/src/main.ts',
    packages: [
      pkg('packages/core', 'core', {
        exports: { '.': { types: './dist/main.d.ts', import: './dist/main.mjs', default: './dist/main.js' } },
      }),
    ],
  },
  {
    name: 'exports with a star',
    files: ['packages/core/src/tenants/acme.ts'],
    from: 'x.ts',
    specifier: 'core/tenants/acme',
    found: 'packages/core/src/tenants/acme.ts',
    packages: [pkg('packages/core', 'core', { exports: { './*': './src/*.ts' } })],
  },
  {
    name: 'exports that are one text',
    files: ['packages/core/entry.ts'],
    from: 'x.ts',
    specifier: 'core',
    found: 'packages/core/entry.ts',
    packages: [pkg('packages/core', 'core', { exports: './entry.ts' })],
  },
  {
    name: 'imports of the own package',
    files: ['packages/core/src/db.ts'],
    from: 'packages/core/src/a/x.ts',
    specifier: '#db',
    found: 'packages/core/src/db.ts',
    packages: [pkg('packages/core', 'core', { imports: { '#db': { node: './src/db.ts', default: './src/db-stub.js' } } })],
  },
];

describe('createModuleResolver', () => {
  for (const { name, files, from, specifier, found, packages = [], paths = [] } of cases) {
    it(`finds ${name}`, () => {
      const resolver = createModuleResolver({ files, packages, paths });
      assert.equal(resolver.resolve(from, specifier), found);
      assert.equal(resolver.resolve(from, specifier), found);
    });
  }
});
