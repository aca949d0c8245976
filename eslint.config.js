import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// Main never reaches the network: Electron cannot block Node's own sockets, so the imports are forbidden here.
const networkModules = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'undici'].flatMap(
  (name) => [name, `node:${name}`],
);

export default tseslint.config(
  { ignores: ['out', 'dist', '.cache', 'node_modules', 'test/spectron/node_modules'] },
  {
    files: ['core/**/*.ts', 'main/**/*.ts', 'renderer/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: {
      // One program for all rooms, so that each file is read and understood once. What a room may name is the type
      // checks' matter: they have a tsconfig for each.
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Documents are blocks drawn by React: there is no HTML to insert.',
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['main/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: networkModules.map((name) => ({ name, message: 'No request leaves the app.' })) },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'No request leaves the app.' },
        { name: 'WebSocket', message: 'No request leaves the app.' },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        window: 'readonly',
        document: 'readonly',
        NodeFilter: 'readonly',
        innerWidth: 'readonly',
        requestAnimationFrame: 'readonly',
        getSelection: 'readonly',
      },
    },
  },
);
