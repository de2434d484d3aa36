import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

/**
 * The floors of the house (docs/architecture.md): an import goes down only.
 * Each floor lists what it must not reach.
 */
const floors = {
  'src-main/domain': ['contract', 'store', 'documents', 'office', 'host-electron', 'host-web'],
  'src-main/contract': ['store', 'documents', 'office', 'host-electron', 'host-web'],
  'src-main/store': ['documents', 'office', 'host-electron', 'host-web'],
  'src-main/documents': ['store', 'office', 'host-electron', 'host-web'],
  'src-main/office': ['host-electron', 'host-web'],
  'src-main/host-common': ['host-electron', 'host-web', 'launch'],
  'src-main/host-web': ['host-electron', 'launch'],
  'src-main/host-electron': ['host-web', 'launch'],
  'src-main/launch': ['host-electron'],
}
const noRenderer = { regex: 'src-renderer/', message: 'The core knows nothing of the window.' }
const noElectron = { regex: '^electron$', message: 'Only host-electron may import electron.' }

const floorRules = Object.entries(floors).map(([folder, forbidden]) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          noRenderer,
          ...(folder.endsWith('host-electron') ? [] : [noElectron]),
          { regex: `\\.\\./(${forbidden.join('|')})/`, message: `${folder} stands below that floor.` },
          ...(folder.endsWith('domain')
            ? [
                {
                  regex: '^(?!\\.{1,2}/|date-fns|vitest|fast-check|node:fs)',
                  message: 'The domain is pure: no I/O.',
                },
              ]
            : []),
        ],
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', 'test-results/**', 'playwright-report/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js', 'src-main/start.js'] } },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Leaving properties out of an object by rest is what the ignored names are for.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  ...floorRules,
  {
    files: ['src-main/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'setTimeout'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: '"Now" is handed in.',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: '"Now" is handed in.' },
      ],
    },
  },
  {
    // One clock: nobody else adds or counts days, by its parts, by a library, by milliseconds or in SQL.
    name: 'one-clock',
    files: ['src-main/**/*.ts', 'src-renderer/**/*.{ts,tsx}'],
    ignores: [
      'src-main/domain/**',
      '**/*.test.{ts,tsx}',
      '**/test-*.ts',
      'src-main/crash-tests/**',
      'src-main/host-common/today-clock.ts',
      // How long the audit's files are kept is no term of law.
      'src-main/office/audit/retention.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          "ImportSpecifier[imported.name='fromDayNumber']",
          'CallExpression[callee.property.name=/^(addWorkingDays|workingDaysBetween|onOrNextWorking|setDate|setUTCDate)$/]',
          "ImportDeclaration[source.value='date-fns'] > ImportSpecifier[imported.name=/^(add|sub|differenceIn|eachDay|nextDay|isWeekend)/]",
          "BinaryExpression[operator='-'] > CallExpression[callee.name='toDayNumber']",
          "BinaryExpression[operator='+'][right.type='Literal'] > CallExpression[callee.name='toDayNumber']",
          'BinaryExpression[operator=/^[+-]$/] > :matches(Literal[value=86400000], Identifier[name=/^(MS_PER_DAY|MS_A_DAY|DAY_MS)$/])',
          'BinaryExpression[operator=/^[+-]$/] > BinaryExpression[operator="*"] > :matches(Literal[value=86400000], Identifier[name=/^(MS_PER_DAY|MS_A_DAY|DAY_MS)$/])',
          ':matches(Literal[value=/julianday\\(|[+-] ?\\d+ (days?|months?|years?)/i], TemplateElement[value.raw=/julianday\\(|[+-] ?\\d+ (days?|months?|years?)/i])',
        ].map((selector) => ({ selector, message: 'Days are added and counted by domain/clock.ts alone.' })),
      ],
    },
  },
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            noElectron,
            {
              regex: 'src-main/(store|documents|office|host-electron|host-web)/',
              message: 'The window imports contract and domain, nothing else of src-main.',
            },
            { regex: '^node:', message: 'No Node in the page.' },
          ],
        },
      ],
    },
  },
  {
    files: ['*.config.ts', '*.config.js', 'e2e/playwright.config.ts', 'e2e/prepare.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['eslint.config.js', 'src-main/start.js'],
    ...tseslint.configs.disableTypeChecked,
  },
)
