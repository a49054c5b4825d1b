import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['target/', 'dist/', 'www/pkg/', 'www/vendor/', 'node_modules/'] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({ property })),
      ],
    },
  },
  { files: ['www/src/**'], languageOptions: { globals: globals.browser } },
  { files: ['www/src/worker/{worker,reader}.js'], languageOptions: { globals: globals.worker } },
  {
    files: ['www/boot.js'],
    languageOptions: {
      sourceType: 'script',
      ecmaVersion: 5,
      globals: { ...globals.browser, Uint8Array: false },
    },
    rules: { 'no-var': 'off', 'no-unused-vars': 'off' },
  },
  { files: ['tests/**', '*.config.js'], languageOptions: { globals: globals.nodeBuiltin } },
  // Functions in these files run in the page.
  {
    files: ['tests/browser/**', 'tests/bench/{browser,frames}.js'],
    languageOptions: { globals: globals.browser },
  },
];
