import assert from 'node:assert/strict';
import { familiesOf, type Kinship } from '../../../../src/link/forks/parents.js';

/** `a<b 0.9 git`: a is a copy of b, as git tells; `a~b 0.9`: nothing tells. */
function kin(text: string): Kinship {
  const [, one = '', sign = '', other = '', weight = '', told] = /^(\w+)([<>~])(\w+) ([\d.]+)(?: (\w+))?$/.exec(text) ?? [];
  const by = told === 'git' || told === 'names' || told === 'leftovers' ? told : null;
  return { one, other, weight: Number(weight), copy: sign === '<' ? 'one' : sign === '>' ? 'other' : null, told: by, surety: 1 };
}

function familiesIn(...texts: readonly string[]): readonly string[] {
  return familiesOf(texts.map(kin)).map(
    ({ root, parents }) =>
      `${root}: ${[...parents]
        .map(([path, { path: parent, direction }]) => `${path}<${parent} ${direction}`)
        .sort()
        .join(', ')}`,
  );
}

describe('families', () => {
  for (const { name, given, found } of [
    {
      name: 'have an origin that is called after nobody',
      given: ['acme<base 0.8 names', 'globex<base 0.8 names', 'acme~globex 0.9'],
      found: ['base: acme<base names, globex<base names'],
    },
    {
      name: 'follow git against all else',
      given: ['acme>base 0.5 git', 'acme~globex 0.9'],
      found: ['acme: base<acme git, globex<acme family'],
    },
    {
      name: 'follow git where it leads around others',
      given: ['a<base 1 names', 'b<base 1 names', 'a<b 1 git'],
      found: ['base: a<b git, b<base names'],
    },
    {
      name: 'make nothing a copy of what git shows to be younger, however many go back to that',
      given: ['hub<old 0.8 git', 'a<hub 0.9 git', 'b<hub 0.9 git', 'c<hub 0.9 git'],
      found: ['old: a<hub git, b<hub git, c<hub git, hub<old git'],
    },
    {
      name: 'leave without a parent what only its own copies are like',
      given: ['a<one 0.9 git', 'b<one 0.9 git', 'c<two 0.9 git', 'c<a 0.8 git'],
      found: ['one: a<one git, b<one git, c<two git'],
    },
    {
      name: 'make nothing that is called after nobody a copy of what is called after somebody',
      given: ['acme<base 0.7 names', 'acme~globex 0.95', 'acme~hooli 0.95', 'acme~initech 0.95'],
      found: ['base: acme<base names, globex<acme family, hooli<acme family, initech<acme family'],
    },
    { name: 'survive a circle', given: ['a<b 1 git', 'b<c 1 git', 'c<a 1 git'], found: ['a: b<c git, c<a git'] },
    { name: 'keep the chain of copies', given: ['b<a 0.8 git', 'c<b 0.9 git', 'c~a 0.7'], found: ['a: b<a git, c<b git'] },
    { name: 'go by names that were left behind', given: ['a<b 0.9 leftovers'], found: ['b: a<b leftovers'] },
    { name: 'guess where nothing tells, and say so', given: ['b~a 0.9'], found: ['a: b<a none'] },
    { name: 'are apart where nothing joins them', given: ['a~b 0.9', 'c~d 0.9'], found: ['a: b<a none', 'c: d<c none'] },
  ]) {
    it(name, () => {
      assert.deepEqual(familiesIn(...given), found);
    });
  }
});
