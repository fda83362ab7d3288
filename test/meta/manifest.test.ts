import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { colorIds, commandIds, contextKeys, languages, rowContexts, settingIds, viewIds } from '../../src/editor/ids.js';
import { historyStates } from '../../src/editor/history-state.js';
import { windowStates } from '../../src/editor/status-plan.js';
import { configFileName } from '../../src/workspace/find-config.js';
import { manifest, projectFolder, readText } from './project.js';

const { contributes } = manifest;
const sorted = (values: Iterable<string>): readonly string[] => [...values].sort();
const welcome = readText('package.nls.json');

describe('package.json and code', () => {
  it('name the same commands', () => {
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(Object.values(commandIds)));
  });

  it('name the same views', () => {
    const views = Object.values(contributes.views).flat();
    assert.deepEqual(sorted(views.map(({ id }) => id)), sorted(Object.values(viewIds)));
  });

  it('name the same settings, at most 20', () => {
    const settings = Object.keys(contributes.configuration.properties);
    assert.deepEqual(sorted(settings), sorted(Object.values(settingIds).map((id) => `oneoff.${id}`)));
    assert.ok(settings.length <= 20);
  });

  it('name the same colours, each with high-contrast defaults', () => {
    assert.deepEqual(sorted(contributes.colors.map(({ id }) => id)), sorted(Object.values(colorIds)));
    for (const { id, defaults } of contributes.colors)
      assert.deepEqual(sorted(Object.keys(defaults)), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
  });

  it('put into menus and welcome texts only commands and views that exist', () => {
    const commands: readonly string[] = Object.values(commandIds);
    for (const { command } of Object.values(contributes.menus).flat()) assert.ok(commands.includes(command), command);
    const views: readonly string[] = Object.values(viewIds);
    for (const { view } of contributes.viewsWelcome) assert.ok(views.includes(view), view);
    const foreign = ['vscode.openFolder', 'oneoff.customers.focus', 'workbench.trust.manage', 'workbench.action.openSettings'];
    const linked = [...welcome.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command ?? '');
    for (const command of linked) assert.ok(commands.includes(command) || foreign.includes(command), command);
  });

  it('ask in when clauses only for context keys, settings and states that exist', () => {
    const clauses = [...Object.values(contributes.menus).flat(), ...contributes.viewsWelcome].map(({ when }) => when ?? '');
    const known = [...Object.values(contextKeys), ...Object.values(viewIds), ...Object.values(settingIds).map((id) => `oneoff.${id}`)];
    for (const clause of clauses)
      for (const [, name] of clause.matchAll(/(?:config\.)?(oneoff\.[\w.]+)/g))
        assert.ok(known.includes(name ?? ''), `${name ?? ''} in ${clause}`);
    for (const clause of clauses)
      for (const [, state] of clause.matchAll(/oneoff\.state == '(\w+)'/g))
        assert.ok(
          windowStates.some((known) => known === state),
          state,
        );
    for (const clause of clauses)
      for (const [, state] of clause.matchAll(/oneoff\.history == '(\w+)'/g))
        assert.ok(
          historyStates.some((known) => known === state),
          state,
        );
    for (const clause of clauses)
      for (const [, row] of clause.matchAll(/viewItem == ([\w.]+)/g))
        assert.ok(
          Object.values(rowContexts).some((known) => known === row),
          row,
        );
  });

  it('have a welcome text for every state without rows', () => {
    const hasText = (view: string, state: string): boolean =>
      contributes.viewsWelcome.some((welcome) => welcome.view === view && welcome.when.includes(`'${state}'`));
    for (const state of windowStates.filter((each) => each !== 'ready')) assert.ok(hasText(viewIds.customers, state), state);
    for (const state of historyStates.filter((each) => each !== 'ready')) assert.ok(hasText(viewIds.hotspots, state), state);
  });

  it('hide from the palette every command that needs an argument', () => {
    const hidden = contributes.menus['commandPalette']?.filter(({ when }) => when === 'false').map(({ command }) => command) ?? [];
    assert.deepEqual(
      sorted(hidden),
      sorted([
        ...[commandIds.confirmCustomer, commandIds.renameCustomer, commandIds.mergeCustomer, commandIds.rejectCustomer],
        ...[commandIds.ignoreFinding, commandIds.ignoreFile],
      ]),
    );
  });

  it('start on the languages that are scanned, never on everything', () => {
    assert.deepEqual(
      sorted(manifest.activationEvents),
      sorted([...languages.map((language) => `onLanguage:${language}`), `workspaceContains:${configFileName}`]),
    );
  });

  it('point at files that exist', () => {
    const pictures = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image));
    const icons = contributes.viewsContainers.activitybar.map(({ icon }) => icon);
    const files = [...icons, ...pictures, ...contributes.jsonValidation.map(({ url }) => url)];
    for (const file of files) assert.ok(existsSync(join(projectFolder, file)), file);
    assert.equal(contributes.jsonValidation[0]?.fileMatch, configFileName);
  });

  it('pins every dependency to one version', () => {
    for (const [name, version] of Object.entries({
      ...manifest.dependencies,
      ...manifest.optionalDependencies,
      ...manifest.devDependencies,
    }))
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
  });
});
