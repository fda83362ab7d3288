import assert from 'node:assert/strict';
import { loadParser } from '../../../src/facts/parse.js';
import { factsOf } from './facts-of.js';

const cases: readonly (readonly [string, number])[] = [
  ['go();', 0],
  ['if (a) go();', 1],
  ['if (a) go(); else if (b) stop(); else wait();', 2],
  ['const x = a ? b : c;', 1],
  ['for (;;) go(); for (const a in b) go(); for (const a of b) go();', 3],
  ['while (a) go(); do go(); while (a);', 2],
  ["switch (a) { case 'acme': case 'globex': go(); break; default: stop(); }", 2],
  ['if (a && b || c) go();', 3],
  ['const x = a ?? b;', 1],
  ['a ||= b; a &&= c; a ??= d; a += e;', 3],
  ['a?.b?.(); try { go(); } catch { stop(); } items.forEach((each) => each.go());', 0],
  ['function f() { return function () { if (a) go(); }; } class C { m() { if (a) go(); } }', 2],
];

describe('complexity', () => {
  before(() => loadParser('typescript-estree'));

  for (const [code, wanted] of cases)
    it(`of ${code} is ${wanted}`, () => {
      assert.equal(factsOf(code, 'a.ts').complexity, wanted);
    });

  it('of markup counts its scripts and what its template decides', () => {
    const page = '<script setup>if (a) go();</script>\n<template><p v-if="b && c">x</p><p v-else>y</p></template>\n';
    assert.equal(factsOf(page, 'a.vue').complexity, 3);
  });
});
