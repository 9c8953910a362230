// What prettier and tsc do not see: house rules that a linter can hold (docs: CONTRIBUTING.md).
import js from '@eslint/js';
import ts from 'typescript-eslint';

const noTimers = ['setTimeout', 'setInterval'].map((name) => ({
  name,
  message: 'Wait through clock.sleep(ms, signal): every wait must end when the process drains.',
}));

const MANY = 'push|unshift|splice|concat|max|min|fromCharCode|assign';
/** What breaks only with what comes from outside: very many items, or inherited names. */
const noSurprises = [
  {
    selector: `CallExpression[callee.property.name=/^(${MANY})$/] > SpreadElement.arguments`,
    message: 'A call takes some 100,000 arguments, then throws: go through them in a loop.',
  },
  {
    selector: 'ForInStatement',
    message: 'It meets inherited names too: go through Object.keys.',
  },
  {
    selector: "BinaryExpression[operator='in'][left.type!='Literal']",
    message: 'Every object has a `constructor`: ask Object.hasOwn, or keep a Map.',
  },
];

export default ts.config(
  { ignores: ['dist/', 'node_modules/', '.local/', '**/*.generated.ts'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      // Behind the last case of a union stands unreachable(x): no default may hide a missing case.
      'default-case': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/only-throw-error': 'error',
      'max-len': [
        'error',
        {
          code: 100,
          ignoreUrls: true,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
        },
      ],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    files: ['services/**/*.ts', 'schemas/**/*.ts'],
    ignores: ['services/platform/**', 'services/core/clock.ts', '**/*.test.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-restricted-globals': ['error', ...noTimers],
    },
  },
  {
    // Where the brands are made.
    files: ['services/core/units.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    files: ['services/**/*.ts', 'schemas/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noSurprises] },
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: [
      'services/admin/**/*.ts',
      'test/bench/**/*.ts',
      'schemas/generate/**/*.ts',
      'test/support/reporter.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  { files: ['*.js'], extends: [ts.configs.disableTypeChecked] },
);
