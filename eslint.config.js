import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import n from 'eslint-plugin-n';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { noImportCircle } from './scripts/lint/no-import-circle.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];

/**
 * Who may import whom (the design's "one door"). `zones` are checked on resolved paths, so no spelling of a
 * relative path gets around them; packages are checked by name below.
 */
const zones = [
  {
    target: './shared',
    from: ['./electron', './renderer', './test'],
    message: 'shared/ is pure: it is used by both sides and imports neither.',
  },
  {
    target: './renderer',
    from: ['./electron', './test'],
    message: 'The renderer reaches the main side through the bridge only (shared/bridge.ts).',
  },
  {
    target: './electron',
    from: ['./renderer', './test'],
    message: 'The main side never imports the renderer.',
  },
  {
    target: ['./electron/services', './electron/demo', './electron/preview'],
    from: ['./electron/shell', './electron/main.ts', './electron/preload.ts'],
    message: 'Services, demo and preview are plain Node: the shell imports them, never the other way.',
  },
  {
    target: './electron/demo',
    from: ['./electron/services'],
    message: 'The demo workspace stands in for the server and shares no code with the client it tests.',
  },
  {
    target: ['./electron/services', './electron/shell'],
    from: './electron/preview',
    message: 'The preview is not part of the packaged app.',
  },
  {
    target: './electron/preview/client',
    from: ['./electron/services/**', './electron/demo/**', './electron/shell/**', './electron/preview/*.ts'],
    message: 'The preview page reaches its server over HTTP only.',
  },
];

/**
 * @param {string[]} names packages and patterns that must not be imported
 * @param {string} message why
 */
const forbid = (names, message) => ({
  patterns: [{ group: names, message }],
});

const node = ['node:*', 'fs', 'path', 'os', 'http', 'child_process', 'crypto'];
const electron = ['electron', 'electron/*', 'electron-store'];
const react = ['react', 'react/*', 'react-dom', 'react-dom/*'];

export default tseslint.config(
  { ignores: ['dist', 'release', 'node_modules', 'test-results', '.cache'] },
  js.configs.recommended,
  {
    files: typescript,
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
  {
    plugins: { 'import-x': importX, project: { rules: { 'no-import-circle': noImportCircle } } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'project/no-import-circle': 'error',
      'max-lines': ['error', 400],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['shared/**'],
    rules: {
      'no-restricted-imports': ['error', forbid([...node, ...electron, ...react], 'shared/ is pure.')],
    },
  },
  {
    files: ['renderer/**'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      'no-restricted-imports': ['error', forbid([...node, ...electron], 'The renderer has no Node and no Electron.')],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'The renderer needs no network: commands go through the bridge.' },
        { name: 'localStorage', message: 'State has one owner, on the main side.' },
        { name: 'sessionStorage', message: 'State has one owner, on the main side.' },
      ],
    },
  },
  {
    files: ['electron/services/**', 'electron/demo/**', 'electron/preview/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        forbid([...electron, ...react], 'Plain Node: what touches Electron lives in electron/shell/.'),
      ],
    },
  },
  {
    files: ['electron/shell/**', 'electron/main.ts', 'electron/preload.ts'],
    rules: { 'no-restricted-imports': ['error', forbid(react, 'The main side draws nothing.')] },
  },
  {
    files: ['electron/**', 'scripts/**'],
    ignores: ['electron/preview/client/**'],
    plugins: { n },
    settings: { node: { version: '>=20.19.0' } },
    rules: { 'n/no-unsupported-features/node-builtins': ['error', { allowExperimental: true }] },
  },
  {
    files: ['scripts/**', 'electron/preview/**', 'electron/demo/**', 'test/support/**', '*.config.*'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', fetch: 'readonly', Buffer: 'readonly' },
    },
    rules: { 'no-console': 'off' },
  },
  {
    // Longer than a file may be, from before there was the rule. Nothing is added here.
    files: [
      'test/electron/services/app.test.ts',
      'test/electron/services/avatar/temporary.test.ts',
      'test/electron/services/pachca/client.test.ts',
      'test/electron/services/status/engine.test.ts',
      'test/shared/expiry.test.ts',
      'test/shared/tray-menu.test.ts',
      'test/support/electron-stand-in.ts',
    ],
    rules: { 'max-lines': 'off' },
  },
);
