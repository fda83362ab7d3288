import assert from 'node:assert/strict';
import {
  BrokenConfigError,
  confirmCustomer,
  emptyConfig,
  mergeCustomers,
  rejectCustomer,
  renameCustomer,
} from '../../../src/editor/config-edit.js';
import { readConfig } from '../../../src/workspace/read-config.js';

const acme = { id: 'acme', name: 'Acme Corp', aliases: ['ACME'] };
const commented = `{
    // the ones that pay
    "customers": [
        { "id": "globex", "name": "Globex" }, // since 2019
    ],
    "notCustomers": ["acme", "demo"],
}
`;

describe('config edit', () => {
  it('confirms a customer in a new file', () => {
    assert.equal(
      confirmCustomer(emptyConfig, acme),
      '{\n  "customers": [\n    {\n      "id": "acme",\n      "name": "Acme Corp",\n      "aliases": [\n        "ACME"\n      ]\n    }\n  ]\n}\n',
    );
  });

  it('keeps comments, indentation and other customers, and takes the word off the list of refused ones', () => {
    const text = confirmCustomer(commented, acme);
    assert.match(text, /\/\/ the ones that pay/);
    assert.match(text, /\/\/ since 2019/);
    const { config, problems } = readConfig('oneoff.config.json', text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      config?.customers.map(({ id }) => id),
      ['globex', 'acme'],
    );
    assert.deepEqual(config.notCustomers, ['demo']);
  });

  it('does nothing for a customer that is there', () => {
    assert.equal(confirmCustomer(commented, { id: 'globex', name: 'Globex', aliases: [] }), commented);
  });

  it('renames a configured customer where it stands', () => {
    const text = renameCustomer(commented, { id: 'globex', name: 'Globex Inc.', aliases: [] });
    assert.match(text, /\{ "id": "globex", "name": "Globex Inc\." \}, \/\/ since 2019/);
  });

  it('names an inferred customer by adding it', () => {
    const { config } = readConfig('oneoff.config.json', renameCustomer(commented, { ...acme, name: 'ACME GmbH' }));
    assert.deepEqual(
      config?.customers.map(({ name }) => name),
      ['Globex', 'ACME GmbH'],
    );
  });

  it('merges an inferred customer into a configured one as aliases, each once', () => {
    const text = mergeCustomers(commented, acme, { id: 'globex', name: 'Globex', aliases: ['acme'] });
    assert.match(text, /\/\/ since 2019/);
    const { config, problems } = readConfig('oneoff.config.json', text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      config?.customers.map(({ id, aliases }) => [id, aliases]),
      [['globex', ['acme', 'Acme Corp', 'ACME']]],
    );
    assert.equal(mergeCustomers(text, acme, { id: 'globex', name: 'Globex', aliases: [] }), text);
  });

  it('merges into an inferred customer, which becomes configured', () => {
    const text = mergeCustomers(emptyConfig, { id: 'acme-corp', name: 'acme-corp', aliases: [] }, acme);
    assert.deepEqual(
      readConfig('oneoff.config.json', text).config?.customers.map(({ id, aliases }) => [id, aliases]),
      [['acme', ['ACME', 'acme-corp']]],
    );
  });

  it('takes the entry of a merged customer out and keeps its ids and domains', () => {
    const before =
      '{"customers": [{"id": "a1", "aliases": ["A-1"], "ids": [7], "domains": ["a1.example.com"]}, {"id": "acme", "ids": ["x"]}]}';
    const [customer, ...others] =
      readConfig('c', mergeCustomers(before, { id: 'a1', name: 'a1', aliases: [] }, acme)).config?.customers ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual(
      [customer?.id, customer?.aliases, customer?.ids, customer?.domains],
      ['acme', ['a1', 'A-1'], ['x', '7'], ['a1.example.com']],
    );
  });

  it('rejects a word once', () => {
    const text = rejectCustomer(emptyConfig, 'stripe');
    assert.deepEqual(readConfig('oneoff.config.json', text).config?.notCustomers, ['stripe']);
    assert.equal(rejectCustomer(text, 'stripe'), text);
    assert.deepEqual(readConfig('oneoff.config.json', rejectCustomer(commented, 'stripe')).config?.notCustomers, [
      'acme',
      'demo',
      'stripe',
    ]);
  });

  it('writes into an empty object and keeps CRLF', () => {
    const text = confirmCustomer('{\r\n}\r\n', acme);
    assert.equal(readConfig('oneoff.config.json', text).config?.customers.length, 1);
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('refuses to change a file that is not valid JSON', () => {
    assert.throws(() => confirmCustomer('{ "customers": [', acme), BrokenConfigError);
  });
});
