// The arrows of docs/architecture.md: entry points → editor|cli → workspace → assess, report, detectors → link → facts → model.

const entry = '^src/(extension|worker|cli)\\.ts$';
/** Rooms from the outermost to the innermost; those in one list stand side by side and do not see each other. */
const layers = [['editor', 'cli'], ['workspace', 'webview'], ['assess', 'report', 'detectors'], ['link'], ['facts'], ['model']];
const pure = '^src/(facts|link|detectors|assess|report|model)/';
const room = (names) => `^src/(${names.join('|')})/`;

const arrows = layers.flatMap((rooms, depth) => {
  const outer = layers.slice(0, depth).flat();
  return rooms.map((name) => {
    const beside = rooms.filter((other) => other !== name);
    return {
      name: `${name}-looks-inwards`,
      severity: 'error',
      comment: `${name} may only depend on itself and on rooms further in.`,
      from: { path: room([name]) },
      to: { path: `${entry}${[...outer, ...beside].length > 0 ? `|${room([...outer, ...beside])}` : ''}` },
    };
  });
});

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'trackers-know-the-vocabulary-only',
      severity: 'error',
      comment: 'A tracker gives items; what they mean for the code is judged elsewhere.',
      from: { path: '^src/trackers/' },
      to: { path: '^src/', pathNot: '^src/(trackers|model)/' },
    },
    {
      name: 'model-imports-nothing',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    {
      name: 'pure-rooms-do-no-io',
      severity: 'error',
      comment: 'facts, link, detectors, assess and report take values and give values.',
      from: { path: pure },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-the-editor-knows-vscode',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(editor/|extension\\.ts$)' },
      to: { path: '^vscode$' },
    },
    {
      name: 'only-parse-names-a-parser',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/facts/parse\\.ts$' },
      to: { path: 'node_modules/(@typescript-eslint/typescript-estree|oxc-parser|typescript)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'webviews-know-the-model-only',
      severity: 'error',
      comment: 'What runs in a webview shows what it is told; the engine has no place there.',
      from: { path: '^src/webview/' },
      to: { path: '^src/', pathNot: '^src/(webview|model)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(vscode|oxc-parser)$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
