import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import boundaries from './eslint/boundaries.js';
import drafts from './eslint/drafts.js';
import wholeCharacters from './eslint/wholeCharacters.js';

export default tseslint.config(
  { ignores: ['dist', 'public', 'test-results', 'src/shared/api/schema.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat.recommended,
  },
  {
    files: ['src/**/*.tsx'],
    ...jsxA11y.flatConfigs.recommended,
    rules: { ...jsxA11y.flatConfigs.recommended.rules, 'jsx-a11y/no-autofocus': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { partnerflow: { rules: { boundaries } } },
    rules: { 'partnerflow/boundaries': 'error' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/shared/components/Dialog.tsx', 'src/shared/hooks/useProblemForm.ts', 'src/shared/theme.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@mantine/core', importNames: ['Modal'], message: 'Use Dialog: it loses nothing that was typed.' },
            {
              name: '@mantine/form',
              importNames: ['useForm'],
              message: 'Use useProblemForm: it keeps what was typed.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.tsx'],
    rules: {
      'no-restricted-syntax': ['error', drafts],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { characters: { rules: { whole: wholeCharacters } } },
    rules: { 'characters/whole': 'error' },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
);
