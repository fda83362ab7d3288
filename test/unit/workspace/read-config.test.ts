import assert from 'node:assert/strict';
import { defaultDebtSettings } from '../../../src/model/debt.js';
import { formatConfigProblem } from '../../../src/workspace/config-document.js';
import { readConfig } from '../../../src/workspace/read-config.js';

function problemsOf(text: string): readonly string[] {
  return readConfig('/w/oneoff.config.json', text).problems.map(formatConfigProblem);
}

describe('readConfig', () => {
  it('fills in what is not written', () => {
    const text = `{
      // our customers
      "customers": [{ "id": "acme", "ids": [42, "a1"], "status": "gone", }, { "id": "globex", "name": "Globex Inc" }],
      "severities": { "branch": "error" },
    }`;
    const { config, problems } = readConfig('/w/oneoff.config.json', text);
    assert.deepEqual(problems, []);
    assert.deepEqual(config?.customers, [
      { id: 'acme', name: 'acme', aliases: [], ids: ['42', 'a1'], domains: [], status: 'gone', standing: 'customer' },
      { id: 'globex', name: 'Globex Inc', aliases: [], ids: [], domains: [], status: 'unknown', standing: 'customer' },
    ]);
    assert.equal(config.severities.branch, 'error');
    assert.equal(config.severities.flag, 'hint');
    assert.deepEqual(config.exclude, []);
  });

  it('takes numbers and ranges for the constants of the debt model, and says that they come from here', () => {
    const { config, problems } = readConfig(
      '/w/oneoff.config.json',
      '{ "debt": { "months": 6, "hoursPerChange": 3, "reuse": { "low": 0.1, "high": 0.3 } } }',
    );
    assert.deepEqual(problems, []);
    const source = 'oneoff.config.json';
    assert.deepEqual(config?.debt, {
      ...defaultDebtSettings,
      months: 6,
      hoursPerChange: { low: 3, high: 3, source },
      reuse: { low: 0.1, high: 0.3, source },
    });
  });

  const broken: readonly { readonly name: string; readonly text: string; readonly problem: string }[] = [
    {
      name: 'invalid JSON',
      text: '{\n  "customers": [\n    { "id": "acme" "name": "Acme" }\n  ]\n}',
      problem:
        '/w/oneoff.config.json:3:20 error: This is not valid JSON: comma expected. Comments and trailing commas are allowed; keys and texts need double quotes.',
    },
    {
      name: 'a text where a list belongs',
      text: '{\n  "exclude": "legacy/**"\n}',
      problem: '/w/oneoff.config.json:2:14 error: "exclude" must be a list, but it is the text "legacy/**". Write ["legacy/**"].',
    },
    {
      name: 'a number where a text belongs',
      text: '{ "customers": [{ "id": "acme", "aliases": [7] }] }',
      problem:
        '/w/oneoff.config.json:1:45 error: "customers[0].aliases[0]" must be a text, but it is the number 7. Correct it or remove it.',
    },
    {
      name: 'months that are no window',
      text: '{ "debt": { "months": 0 } }',
      problem: '/w/oneoff.config.json:1:23 error: "debt.months" must be at least 1, but it is the number 0. Correct it or remove it.',
    },
    {
      name: 'a share that is no share',
      text: '{ "planning": { "reusing": 1 } }',
      problem: '/w/oneoff.config.json:1:28 error: "planning.reusing" must be less than 1, but it is the number 1. Correct it or remove it.',
    },
    {
      name: 'a range that ends before it begins',
      text: '{ "debt": { "reuse": { "low": 2, "high": 1 } } }',
      problem:
        '/w/oneoff.config.json:1:22 error: "debt.reuse" must be a number from 0, or a range like { "low": 10, "high": 30 }, but it is an object. Correct it or remove it.',
    },
    {
      name: 'a list where the whole should be',
      text: '[]',
      problem: '/w/oneoff.config.json:1:1 error: The configuration must be an object, but it is a list. Correct it or remove it.',
    },
    {
      name: 'a customer without an id',
      text: '{ "customers": [\n  { "name": "Acme" }\n] }',
      problem: '/w/oneoff.config.json:2:3 error: "customers[0].id" is missing. Add it: a text.',
    },
    {
      name: 'an empty id',
      text: '{ "customers": [{ "id": " " }] }',
      problem: '/w/oneoff.config.json:1:25 error: "customers[0].id" is empty. Fill it in or remove it.',
    },
    {
      name: 'an id that is neither text nor number',
      text: '{ "customers": [{ "id": "acme", "ids": [true] }] }',
      problem:
        '/w/oneoff.config.json:1:41 error: "customers[0].ids[0]" must be a text or a number, but it is the boolean true. Correct it or remove it.',
    },
    {
      name: 'a severity that does not exist',
      text: '{ "severities": { "flag": "loud" } }',
      problem:
        '/w/oneoff.config.json:1:27 error: "severities.flag" must be one of "error", "warning", "information", "hint", "off", but it is the text "loud". Correct it or remove it.',
    },
    {
      name: 'two customers with one id',
      text: '{ "customers": [{ "id": "acme" }, { "id": "Acme" }] }',
      problem:
        '/w/oneoff.config.json:1:43 error: Two customers have the id "Acme" (customers[0] and customers[1]). Give each its own id, or merge them with "aliases".',
    },
  ];
  for (const { name, text, problem } of broken) {
    it(`is not in force with ${name}`, () => {
      assert.equal(readConfig('/w/oneoff.config.json', text).config, null);
      assert.deepEqual(problemsOf(text), [problem]);
    });
  }

  const doubtful: readonly { readonly name: string; readonly text: string; readonly problem: string }[] = [
    {
      name: 'a misspelt key',
      text: '{\n  "excludes": ["x/**"],\n  "notCustomers": ["stripe"]\n}',
      problem: '/w/oneoff.config.json:2:3 warning: Unknown key "excludes"; it has no effect. Did you mean "exclude"?',
    },
    {
      name: 'an unknown key of a customer',
      text: '{ "notCustomers": ["stripe"], "customers": [{ "id": "acme", "colour": "red" }] }',
      problem:
        '/w/oneoff.config.json:1:61 warning: Unknown key "colour" in "customers[0]"; it has no effect. Known keys: id, name, aliases, ids, domains, standing, status.',
    },
    {
      name: 'one glob in both lists',
      text: '{ "notCustomers": ["stripe"], "include": ["src/**"], "exclude": ["src/**"] }',
      problem: '/w/oneoff.config.json:1:66 warning: "src/**" is both included and excluded; exclude wins. Remove one of the two.',
    },
    {
      name: 'a rejected customer',
      text: '{ "notCustomers": ["stripe", "ACME"], "customers": [{ "id": "acme" }] }',
      problem:
        '/w/oneoff.config.json:1:61 warning: "ACME" is a customer and also in "notCustomers"; the customer counts. Remove one of the two.',
    },
    {
      name: 'an alias of two customers',
      text: '{ "notCustomers": ["stripe"], "customers": [{ "id": "a", "aliases": ["x"] }, { "id": "b", "aliases": ["X"] }] }',
      problem:
        '/w/oneoff.config.json:1:103 warning: "X" belongs to customer "a" already; findings would name both. Leave it with one of them.',
    },
  ];
  for (const { name, text, problem } of doubtful) {
    it(`warns of ${name} and is in force otherwise`, () => {
      assert.deepEqual(problemsOf(text), [problem]);
      assert.equal(readConfig('/w/oneoff.config.json', text).config?.notCustomers[0], 'stripe');
    });
  }

  it('counts columns as editors do after Windows line ends', () => {
    assert.match(problemsOf('{\r\n  "include": 1\r\n}')[0] ?? '', /^\/w\/oneoff\.config\.json:2:14 /);
  });
});
