import tseslint from 'typescript-eslint'
import { fileNames } from './eslint-rules/file-names.mjs'
import { layers } from './eslint-rules/layers.mjs'
import { overridesAccess } from './eslint-rules/overrides-access.mjs'

const handbill = { rules: { 'file-names': fileNames, layers, 'overrides-access': overridesAccess } }

// A rule is an error or off; a warning is neither heeded nor gone.
export default tseslint.config(
  { ignores: ['node_modules/', '.next/', '.data/', 'dist/', 'test-results/', 'screenshots/', 'bench-results/', 'next-env.d.ts', 'src/payload-types.ts', 'src/app/**/importMap.js', '.scratch*/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    extends: [tseslint.configs.strict],
    plugins: { handbill },
    rules: {
      'handbill/file-names': 'error',
      'handbill/layers': 'error',
      'handbill/overrides-access': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { args: 'after-used', argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-control-regex': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Only src/env.ts reads process.env' },
        { selector: 'ClassDeclaration:not([superClass])', message: 'Functions over classes' },
      ],
    },
  },
  { files: ['src/env.ts', 'commands/*.mjs'], rules: { 'no-restricted-syntax': 'off' } },
  // A test that finds nothing where something must be fails just as well by throwing.
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  // Payload writes these, and they stay as they ran.
  { files: ['migrations/**'], rules: { 'handbill/file-names': 'off', '@typescript-eslint/consistent-type-imports': 'off', '@typescript-eslint/no-unused-vars': 'off' } },
)
