import assert from 'node:assert/strict';
import { formatConfigProblem } from '../../../src/workspace/config-document.js';
import { readConfig } from '../../../src/workspace/read-config.js';

function read(config: object): { readonly ids: readonly string[]; readonly problems: readonly string[] } {
  const { config: complete, problems } = readConfig('c.json', JSON.stringify(config));
  return { ids: complete?.trackers.map(({ id }) => id) ?? ['none'], problems: problems.map(formatConfigProblem) };
}

describe('trackers in the configuration', () => {
  const good = { id: 'red', type: 'redmine', url: 'https://tracker.ledgerly.example/' };

  it('are complete with what they leave out', () => {
    const { config, problems } = readConfig(
      'c.json',
      JSON.stringify({ trackers: [good, { id: 'gh', type: 'github', projects: ['ledgerly/app'] }] }),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      config?.trackers.map(({ url, keyPatterns }) => [url, keyPatterns]),
      [
        ['https://tracker.ledgerly.example', []],
        ['https://github.com', []],
      ],
    );
  });

  const faults: readonly (readonly [object, RegExp])[] = [
    [{ ...good, id: 'a b' }, /"a b" is no id of a tracker; the tracker is left out\. Use letters/],
    [{ id: 'x', type: 'jira-cloud', projects: ['A'] }, /needs a "url"; .* Give the address of the site/],
    [{ id: 'x', type: 'jira-cloud', url: 'https://a.example' }, /needs "projects"; .* Give the keys of projects: \["PROD"\]/],
    [{ id: 'x', type: 'github', projects: ['app'] }, /"app" is no project of github; .* \["owner\/repository"\]/],
    [{ ...good, url: 'http://tracker.ledgerly.example' }, /would send the token unencrypted; .* Write https/],
    [{ ...good, url: 'https://robin:secret@tracker.example' }, /is no address of a site/],
    [{ ...good, url: 'file:///etc/passwd' }, /is no address of a site/],
    [{ ...good, url: 'tracker' }, /is no address of a site/],
    [{ id: 'x', type: 'file' }, /A "file" needs a "path"/],
    [{ ...good, keyPatterns: ['{number}'] }, /"\{number\}" is no pattern of a key/],
    [{ ...good, keyPatterns: ['REQ-\\d+'] }, /is no pattern of a key/],
    [{ ...good, keyPatterns: ['A-{number}-{number}'] }, /is no pattern of a key/],
    [{ ...good, customerLabels: ['customer'] }, /is no pattern of a label/],
  ];
  for (const [tracker, problem] of faults)
    it(`without sense are left out, and the rest is in force: ${JSON.stringify(tracker)}`, () => {
      const { ids, problems } = read({ trackers: [tracker, { ...good, id: 'rest' }] });
      assert.deepEqual(ids, ['rest']);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', /^c\.json:1:\d+ warning: /);
      assert.match(problems[0] ?? '', problem);
    });

  it('may be on this machine without encryption', () => {
    for (const url of ['http://127.0.0.1:3000', 'http://localhost', 'http://[::1]:80'])
      assert.deepEqual(read({ trackers: [{ ...good, url }] }).problems, []);
  });

  it('have ids of their own', () => {
    assert.match(read({ trackers: [good, { ...good, id: 'RED' }] }).problems.join(), /Two trackers have the id "RED"/);
  });

  it('know what a misspelt key was meant to be', () => {
    assert.match(
      read({ trackers: [{ ...good, project: ['x'] }] }).problems.join(),
      /Unknown key "project" in "trackers\[0\]".*Did you mean "projects"/,
    );
    assert.match(read({ links: [{ request: 'A-1', paths: 'x' }] }).problems.join(), /Did you mean "path"/);
  });

  it('links that say nothing of what they belong to have no effect', () => {
    assert.match(
      read({ links: [{ request: 'PROD-1' }] }).problems.join(),
      /The link to "PROD-1" says nothing.*Add "finding", "path" or "customer"/,
    );
  });
});
