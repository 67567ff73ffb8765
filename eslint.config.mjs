import tseslint from 'typescript-eslint';

const outOfPlace = [
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Only platform/config reads the environment.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Inject Clock.' },
  { selector: "CallExpression[callee.name='forwardRef']", message: 'Break the cycle instead.' },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Only json-ld.tsx and marked-text.tsx may do this.' },
  { selector: 'NewExpression[callee.name=/Exception$/]', message: 'Throw a DomainError.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '**/metadata.ts'] },
  {
    files: ['{apps,libs,test}/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...outOfPlace],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
    },
  },
  {
    files: [
      'libs/platform/src/{config,clock,testing,process,kernel/ids*}/**/*.ts',
      'libs/platform/src/kernel/ids.ts',
      'libs/platform/src/{database/embedded,mail}/**/*.ts',
      '**/*.{spec,itest,contract}.{ts,tsx}',
      'test/**/*.ts',
      'apps/web/src/components/{json-ld,marked-text}.tsx',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['**/reference-data/**', 'apps/cli/src/demo/**', '**/*.{spec,itest,contract}.{ts,tsx}'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.{spec,itest,contract}.{ts,tsx}', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
