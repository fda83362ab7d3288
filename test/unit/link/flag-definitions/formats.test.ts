import assert from 'node:assert/strict';
import type { Audience, FlagDefinition, FlagEnvironment, FlagRule } from '../../../../src/link/flag-definitions/definition.js';
import { readFlagDefinitions } from '../../../../src/link/flag-definitions/read-definitions.js';
import { factsOf } from './data-facts.js';
import { formatCases } from './format-cases.js';
import { lookAlikes } from './look-alikes.js';

/** `tenant=acme|globex`, `tenant!=acme`, `segment beta`, `*`, `?` */
function audience(who: Audience): string {
  switch (who.is) {
    case 'everybody':
      return '*';
    case 'attribute':
      return `${who.attribute}${who.isInverted ? '!=' : '='}${who.values.map(({ text }) => text).join('|')}`;
    case 'segment':
      return `${who.isInverted ? 'not ' : ''}segment ${who.name}`;
    case 'other':
      return '?';
  }
}

const rule = ({ who, value, percent }: FlagRule): string => `${audience(who)} → ${String(value)}${percent === 100 ? '' : ` ${percent}%`}`;

const environment = ({ name, value, rules }: FlagEnvironment): string =>
  `${name ?? 'all'}: ${[String(value), ...rules.map(rule)].join(', ')}`;

/** `new-nav openfeature; all: false, tenant=acme → true; owner web` */
function compact({ key, provider, environments, owner, created, expires, isPermanent }: FlagDefinition): string {
  const details = [
    ...(owner === null ? [] : [`owner ${owner}`]),
    ...(created === null ? [] : [`created ${created}`]),
    ...(expires === null ? [] : [`expires ${expires}`]),
    ...(isPermanent ? ['permanent'] : []),
  ];
  return [`${key} ${provider}`, ...environments.map(environment), ...details].join('; ');
}

describe('formats of flag definitions', () => {
  for (const { format, files, defines } of formatCases) {
    it(format, async () => {
      const found = readFlagDefinitions(await factsOf(files));
      assert.deepEqual(found.map(compact), defines);
    });
  }

  for (const { why, files } of lookAlikes) {
    it(`leaves: ${why}`, async () => {
      assert.deepEqual(readFlagDefinitions(await factsOf(files)).map(compact), []);
    });
  }

  it('say where each key stands', async () => {
    const files = await factsOf({ 'flags.json': '{\n  "flags": {\n    "a": { "flagType": "boolean", "defaultValue": false }\n  }\n}' });
    const [found] = readFlagDefinitions(files);
    const lines = files.get('flags.json')?.lineStarts ?? [];
    assert.equal(lines.filter((start) => start <= (found?.start ?? 0)).length, 3);
  });
});
