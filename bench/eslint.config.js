// The yardstick: what a team would otherwise use to look for customers in conditions.
import tseslint from 'typescript-eslint';

export default [
  { ignores: ['**/dist/**', '**/node_modules/**', '**/*.d.ts', '**/*.min.js'] },
  {
    files: ['**/*.{js,jsx,ts,tsx,mjs,cjs,mts,cts}'],
    languageOptions: { parser: tseslint.parser },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "BinaryExpression[operator='==='][right.value='acme']", message: 'A customer is named here.' },
      ],
    },
  },
];
