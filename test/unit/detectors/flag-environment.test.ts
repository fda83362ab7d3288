import { testFlagCases } from './flag-cases.js';

testFlagCases('environment toggles', [
  {
    why: 'a variable compared with true',
    code: `if (process.env.ENABLE_EXPLORE !== 'true') stop();`,
    flags: ['1: ENABLE_EXPLORE environment high'],
  },
  {
    why: 'a part of a condition',
    code: `if (page === 'explore' && process.env.ENABLE_EXPLORE === 'true') open();`,
    flags: ['1: ENABLE_EXPLORE environment high'],
  },
  { why: 'the literal on the left', code: `const on = '1' === process.env.FEATURE_NAV;`, flags: ['1: FEATURE_NAV environment high'] },
  { why: 'a bare variable in a condition', code: `if (process.env.FEATURE_NAV) run();`, flags: ['1: FEATURE_NAV environment high'] },
  { why: 'a negated variable', code: `const off = !process.env.NEXT_PUBLIC_FF_CHAT;`, flags: ['1: NEXT_PUBLIC_FF_CHAT environment high'] },
  {
    why: 'a second version',
    code: `export default () => (process.env.CONFIRMATION_V2 !== 'true' ? <Old /> : <New />);`,
    flags: ['1: CONFIRMATION_V2 environment high'],
  },
  { why: 'Vite', code: `const on = import.meta.env.VITE_FEATURE_X === 'true';`, flags: ['1: VITE_FEATURE_X environment high'] },
  {
    why: 'a text that is trimmed and lowered first',
    code: `const on =\n  process.env.NEXT_PUBLIC_ENABLE_FIRES?.trim().toLowerCase() ===\n  'true';`,
    flags: ['2: NEXT_PUBLIC_ENABLE_FIRES environment high'],
  },
  {
    why: 'a default before the comparison',
    code: `const on = (process.env.BETA_SEARCH ?? 'false') === 'true';`,
    flags: ['1: BETA_SEARCH environment high'],
  },
  {
    why: 'a conversion to a boolean',
    code: `if (!parseToBoolean(process.env.ENABLE_CRON)) stop();`,
    flags: ['1: ENABLE_CRON environment high'],
  },
  {
    why: 'Boolean()',
    code: `const on = Boolean(process.env.REACT_APP_ENABLE_CHAT);`,
    flags: ['1: REACT_APP_ENABLE_CHAT environment high'],
  },
  {
    why: 'a member by text',
    code: `if (process.env['EXPERIMENT_PRICING'] === 'on') run();`,
    flags: ['1: EXPERIMENT_PRICING environment high'],
  },
  { why: 'Deno', code: `if (Deno.env.get('FEATURE_NAV') === 'true') run();`, flags: ['1: FEATURE_NAV environment high'] },
  {
    why: 'a validated environment object',
    code: `if (env.INVITE_DISABLED === '1') stop();`,
    flags: ['1: INVITE_DISABLED environment high'],
  },
  {
    why: 'one of several conditions',
    code: `if (data !== null || seen.current || process.env.ENABLE_MAP !== 'true') stop();`,
    flags: ['1: ENABLE_MAP environment high'],
  },
  {
    why: 'two toggles of one condition',
    code: `if (process.env.FEATURE_A && process.env.FEATURE_B === '1') run();`,
    flags: ['1: FEATURE_A environment high', '1: FEATURE_B environment high'],
  },
  {
    why: 'a property of a settings object',
    code: `export const settings = { chat: process.env.ENABLE_CHAT === 'true' };`,
    flags: ['1: ENABLE_CHAT environment high'],
  },
  {
    why: 'a toggle whose name ends like a value',
    code: `if (process.env.ENABLE_API_TOKEN === 'true') run();`,
    flags: ['1: ENABLE_API_TOKEN environment high'],
  },
]);

testFlagCases('environment variables that are no toggles', [
  { why: 'the mode of the build', code: `if (process.env.NODE_ENV === 'production') minify();`, flags: [] },
  { why: 'a continuous integration server', code: `if (process.env.CI === 'true') quiet();`, flags: [] },
  { why: 'debugging', code: `if (process.env.DEBUG === '1') trace();`, flags: [] },
  { why: 'a bundle analyser', code: `const analyze = process.env.ANALYZE === 'true';`, flags: [] },
  { why: 'mocks in tests', code: `if (process.env.ENABLE_MSW_MOCKS === 'true') start();`, flags: [] },
  { why: 'transport security', code: `const secure = process.env.SMTP_TLS_ENABLED === 'true';`, flags: [] },
  { why: 'an address', code: `const url = process.env.FEATURE_API_URL ?? 'http://localhost';`, flags: [] },
  { why: 'an address that must be set', code: `if (!process.env.FEATURE_API_URL) throw new Error();`, flags: [] },
  { why: 'a key of a flag service', code: `const client = init(process.env.FLAG_SERVICE_KEY);`, flags: [] },
  { why: 'a limit', code: `const limit = Number(process.env.FEATURE_LIMIT);`, flags: [] },
  { why: 'a value that is handed on', code: `start({ beta: process.env.BETA_CHANNEL });`, flags: [] },
  { why: 'a choice between names', code: `if (process.env.EXPERIMENT_ARM === 'blue') paint();`, flags: [] },
  { why: 'a default for a text', code: `const name = process.env.BETA_NAME || 'beta';`, flags: [] },
  { why: 'setting a variable', code: `process.env.ENABLE_CHAT = 'true';`, flags: [] },
  { why: 'another env object', code: `if (theme.env.ENABLE_CHAT === 'true') run();`, flags: [] },
  { why: 'a constant of the same form', code: `if (ENABLE_CHAT === 'true') run();`, flags: [] },
]);
