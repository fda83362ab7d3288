import assert from 'node:assert/strict';
import type { Facts } from '../../../src/facts/facts.js';
import {
  isDomain,
  isOpaque,
  isPlaceholder,
  isPlausibleName,
  lineOf,
  nameFromIdentifier,
  nameOfConstant,
  ownerOfDomain,
  withoutMarks,
} from '../../../src/link/naming.js';
import { loadParsers } from '../detectors/detect-text.js';
import { factsOf } from '../facts/facts-of.js';

const uuid = '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11';

function assertEach<A>(what: (text: string) => A, cases: Readonly<Record<string, A>>): void {
  for (const [text, expected] of Object.entries(cases)) assert.deepEqual(what(text), expected, text);
}

describe('texts that tell a reader nothing', () => {
  it('are uuids, numbers and keys', () => {
    assertEach(isOpaque, {
      [uuid]: true,
      [uuid.toUpperCase()]: true,
      '42': true,
      ws_9Kd02LmQx1: true,
      org_2abCDEfgh34: true,
      a81f3bc09d7e41aa22: true,
      '5f3f2d8e8a654a419f7e0d7a': true,
    });
  });

  it('are no names, hosts or words', () => {
    assertEach(isOpaque, {
      acme: false,
      'acme-corp': false,
      AcmeCorporationOfAmerica: false,
      'acme.com': false,
      tenant_suspended: false,
      studio54: false,
      '': false,
    });
  });
});

describe('domains', () => {
  it('have a dot and end in letters', () => {
    assertEach(isDomain, {
      'acme.com': true,
      'billing.acme.co.uk': true,
      'münchen.de': true,
      acme: false,
      '10.0.0.1': false,
      'logo.svg': false,
      'header.vue': false,
      'https://acme.com': false,
      'acme.com/path': false,
      '.acme.com': false,
    });
  });

  it('name their owner', () => {
    assertEach(ownerOfDomain, {
      'acme.com': 'acme',
      'www.acme.com': 'acme',
      'a.b.acme.io': 'acme',
      'acme.co.uk': 'acme',
      'shop.acme.com.au': 'acme',
      'ACME.com': 'acme',
      'co.uk': 'co',
    });
  });

  it('and names lose the marks around them', () => {
    assertEach(withoutMarks, {
      '.acme.com': 'acme.com',
      '@acme.com': 'acme.com',
      'acme-': 'acme',
      '/acme/': 'acme',
      acme: 'acme',
      '--': '',
    });
  });
});

describe('names', () => {
  it('could be somebody’s', () => {
    for (const name of ['acme', 'Acme Corp', 'acme-corp', 'Northwind Traders', 'acme_eu', "O'Reilly", 'studio54', 'Ørsted', '東京ガス'])
      assert.ok(isPlausibleName(name), name);
  });

  it('could be nobody’s', () => {
    const nobody = [
      ...['', 'a', 'default', 'ADMIN', 'admins', 'free', 'production', 'test-tenant', 'demo', 'localhost', 'stripe', 'GitHub', 'gmbh'],
      ...[
        'x'.repeat(41),
        'a/b',
        'a{b}',
        '$price',
        '-acme',
        'this is a whole sentence',
        'firstName',
        'tenantId',
        'my-tenant-1',
        'default-brand',
      ],
    ];
    for (const name of nobody) assert.ok(!isPlausibleName(name), name);
  });

  it('are what is left of an identifier', () => {
    assertEach((name) => nameFromIdentifier([name]), {
      ACME_TENANT_ID: 'acme',
      acmeTenantId: 'acme',
      Acme: 'acme',
      NEXT_PUBLIC_ACME_BRAND: 'acme',
      UMBRELLA_HEALTH_ORG: 'umbrella-health',
      TENANT_ID: null,
      DEFAULT_TENANT_ID: null,
      ALLOWED_TENANT_IDS: null,
      PARENT_ORG: null,
      BIG_BLUE_ROUND_THING_ID: null,
    });
    assert.equal(nameFromIdentifier(['Tenant', 'Acme']), 'acme');
    assert.equal(nameFromIdentifier([]), null);
  });

  it('of placeholders are known', () => {
    assertEach((name) => isPlaceholder([name]), { DEFAULT_TENANT: true, fallbackBrand: true, DEMO_TENANT_ID: true, ACME_TENANT_ID: false });
  });
});

describe('the name of a constant', () => {
  before(loadParsers);

  const literal = (code: string, value: string | number, names: readonly string[] = []) => {
    const facts = factsOf(code);
    const start = code.indexOf(String(value));
    return nameOfConstant({ value, names, path: 'a.ts', span: { start, end: start + 1 } }, facts);
  };

  it('is its text', () => {
    assert.deepEqual(literal(`f('acme')`, 'acme'), { name: 'acme', id: null });
  });

  it('is its text also where the identifier says something else', () => {
    assert.deepEqual(literal(`const SSO_ONLY_BRAND = 'hooli'`, 'hooli', ['SSO_ONLY_BRAND']), { name: 'hooli', id: null });
  });

  it('is the owner of a domain', () => {
    assert.deepEqual(literal(`f('shop.acme.com')`, 'shop.acme.com'), { name: 'acme', id: 'shop.acme.com' });
  });

  it('is the identifier of an opaque id', () => {
    assert.deepEqual(literal(`const ACME_TENANT_ID = '${uuid}'`, uuid, ['ACME_TENANT_ID']), { name: 'acme', id: uuid });
  });

  it('is the comment beside an opaque id, up to its first bracket or dash', () => {
    assert.deepEqual(literal(`f('${uuid}'); // Umbrella Health (largest)`, uuid), { name: 'Umbrella Health', id: uuid });
    assert.deepEqual(literal(`f('${uuid}'); // Acme - see the contract`, uuid), { name: 'Acme', id: uuid });
  });

  it('is the comment of its own line, not that of the line before', () => {
    const other = uuid.replace('0b', '1c');
    assert.deepEqual(literal(`f([\n  '${other}', // Acme\n  '${uuid}',\n]);`, uuid), { name: uuid, id: uuid });
  });

  it('is the opaque id where nothing else is said', () => {
    assert.deepEqual(literal(`f('${uuid}')`, uuid), { name: uuid, id: uuid });
    assert.deepEqual(literal(`f('${uuid}'); // todo`, uuid)?.id, uuid);
  });

  it('is nothing for what names nobody', () => {
    assert.equal(literal(`f('default')`, 'default'), null);
    assert.equal(nameOfConstant({ value: null, names: ['TENANT_ID'], path: 'a.ts', span: { start: 0, end: 1 } }, undefined), null);
  });
});

describe('lineOf', () => {
  const facts: Facts = {
    ...{
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
    },
    complexity: 0,
    lineStarts: [0, 5, 5 + 3],
  };
  it('counts from zero and knows the borders of lines', () => {
    assert.deepEqual(
      [0, 4, 5, 7, 8, 1000].map((offset) => lineOf(facts, offset)),
      [0, 0, 1, 1, 2, 2],
    );
  });
});
