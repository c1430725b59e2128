import eslint from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';
import { SPEC_TIME_LIMIT_MS } from './tools/run/spec-time-limit.mjs';

const SPECS = ['**/*.spec.ts', '**/testing/**/*.{ts,mjs}', '{tools,bench}/**/*.{spec,long}.mjs'];

/** What browsers that Angular still supports do not have. */
const TOO_NEW = [
  { object: 'URL', property: 'parse' },
  { object: 'Promise', property: 'withResolvers' },
  { object: 'Promise', property: 'try' },
  { object: 'Map', property: 'groupBy' },
  { object: 'Object', property: 'groupBy' },
  { object: 'Array', property: 'fromAsync' },
].map((restricted) => ({ ...restricted, message: 'Browsers that Angular still supports have none.' }));

/** What opens menus that Back does not close. */
const MENUS_OF_OTHERS = [
  ['@angular/material/menu', ['MatMenuModule', 'MatMenuTrigger', 'MatContextMenuTrigger']],
  ['@angular/cdk/menu', ['CdkMenuModule', 'CdkMenuTrigger', 'CdkContextMenuTrigger']],
].map(([name, importNames]) => ({
  name,
  importNames,
  message:
    'MENU_TRIGGER of overlays/menu-trigger.ts opens menus: Back closes them, unless they are marked leadsElsewhere.',
}));

/** Type-aware rules read the types that the compiler itself gets. */
function typesOf(tsconfig) {
  return { languageOptions: { parserOptions: { project: [tsconfig], tsconfigRootDir: import.meta.dirname } } };
}

const naming = [
  { selector: 'default', format: ['camelCase'], leadingUnderscore: 'allow' },
  { selector: 'import', format: ['camelCase', 'PascalCase'] },
  // `_` takes what nobody asks for.
  { selector: 'variable', modifiers: ['unused'], format: null },
  { selector: 'variable', modifiers: ['const'], format: ['camelCase', 'UPPER_CASE', 'PascalCase'] },
  // What is taken apart keeps its names.
  { selector: ['variable', 'parameter'], modifiers: ['destructured'], format: null },
  // A class may be passed and kept.
  {
    selector: ['variable', 'parameter', 'classProperty'],
    format: ['camelCase', 'PascalCase'],
    leadingUnderscore: 'allow',
  },
  { selector: 'classProperty', modifiers: ['static'], format: ['camelCase', 'UPPER_CASE'] },
  // `$` ends the name of an Observable.
  { selector: ['variable', 'property', 'parameter', 'parameterProperty'], filter: /\$$/.source, format: null },
  { selector: 'typeLike', format: ['PascalCase'] },
  { selector: ['objectLiteralProperty', 'objectLiteralMethod', 'typeProperty', 'typeMethod'], format: null },
];

const everywhere = {
  eqeqeq: 'error',
  'max-lines': ['error', { max: 300 }],
  'no-param-reassign': 'error',
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
    { selector: 'TSEnumDeclaration', message: 'Node runs the sources by stripping types: use a const object.' },
  ],
  'no-warning-comments': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
};

export default defineConfig(
  globalIgnores([
    'packages/streams/**/source/',
    // Compiled in the application that the adopter's test generates.
    'tools/streams/adopter/app/src/',
    'dist/',
    'node_modules/',
    '.angular/',
    '.cache/',
    'data/',
    'test-results/',
    'playwright-report/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  eslint.configs.recommended,
  { rules: everywhere },

  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/naming-convention': ['error', ...naming],
      // `return write(…)` ends a case of a function that returns nothing.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Safari tells of a composition by nothing else.
      '@typescript-eslint/no-deprecated': ['error', { allow: ['keyCode'] }],
      // A text is spread for its code points.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // It asks for `!`, which another rule forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // An empty text is often as good as none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/prefer-readonly': 'error',
      // A port is asynchronous, also where what stands behind it is not.
      '@typescript-eslint/require-await': 'off',
      // Numbers read well in a text.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 60 }], 'no-console': 'error' },
  },
  // Where there is no one else to tell: the two programs, and what read a broken config.json.
  {
    files: [
      'src/main.ts',
      'src/server/cli/main.ts',
      'src/services/config/config-file.ts',
      'src/services/report-problems.ts',
    ],
    rules: { 'no-console': 'off' },
  },

  { files: ['src/**/*.ts'], ...typesOf('src/tsconfig.spec.json') },
  { files: ['src/{server,engines,bot}/**/*.ts', '**/*.node.spec.ts'], ...typesOf('src/tsconfig.node.json') },
  { files: ['e2e/**/*.ts'], ...typesOf('e2e/tsconfig.json') },
  // A page of code each, that would take a program of its own with all of Angular in it; their builds check the types.
  {
    files: ['src/main.ts', 'bench/**/*.ts', 'e2e/server-rendering/app/*.ts'],
    extends: [typescript.configs.disableTypeChecked],
  },
  // Playwright wants its configuration, and what runs before, as default exports; Angular what it renders on a server.
  {
    files: ['e2e/**/playwright.config.ts', 'e2e/global-setup.ts', 'e2e/**/main.server.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },

  {
    files: ['src/app/**/*.ts', 'src/services/**/*.ts', 'src/main.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'kitten', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'kitten', style: 'camelCase' }],
    },
  },
  {
    files: ['src/app/**/*.ts'],
    ignores: [...SPECS, 'src/app/overlays/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: MENUS_OF_OTHERS }] },
  },
  // Takes hold of every menu of Material's.
  {
    files: ['src/app/overlays/menu-back.ts'],
    rules: {
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'matMenu', style: 'camelCase' }],
    },
  },
  {
    files: ['src/{app,services,protocol}/**/*.ts'],
    ignores: SPECS,
    rules: { 'no-restricted-properties': ['error', ...TOO_NEW] },
  },
  // An application pays for each name that its bundler can't shorten.
  {
    files: ['src/{services,protocol}/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-syntax': [
        ...everywhere['no-restricted-syntax'],
        { selector: '[accessibility="private"]', message: 'A bundler shortens `#name`, not `private name`.' },
      ],
    },
  },
  {
    files: ['src/app/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: { 'max-lines': ['error', { max: 300 }], '@angular-eslint/template/prefer-control-flow': 'error' },
  },

  // Runs in browsers of any age, to say that they are too old.
  {
    files: ['public/supported.js'],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: 'script',
      globals: { document: 'readonly', structuredClone: 'readonly', WebSocket: 'readonly' },
    },
  },
  {
    files: ['**/*.mjs', '*.js'],
    languageOptions: {
      globals: {
        AbortSignal: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
      },
    },
  },
  // The Angular CLI loads schematics as CommonJS.
  {
    files: ['packages/**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { exports: 'writable', require: 'readonly' } },
  },
  // Read by versions of Node that know no modules.
  {
    files: ['tools/release/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: Object.fromEntries(['process', 'console', 'require', '__dirname'].map((name) => [name, 'readonly'])),
    },
    rules: { 'no-var': 'off', 'prefer-rest-params': 'off' },
  },
  // What runs elsewhere: in a program of another project's.
  {
    files: ['tools/streams/adopter/**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['fetch', 'gc', 'localStorage', 'navigator', 'URLSearchParams'].map((name) => [name, 'readonly']),
      ),
    },
  },
  // What is measured in a browser.
  {
    files: ['bench/streams/pages/*.mjs'],
    languageOptions: { globals: { location: 'readonly', PerformanceObserver: 'readonly', WebSocket: 'readonly' } },
  },
  {
    // Their readers want a default export: Karma, ESLint, dependency-cruiser, Playwright, Angular's development server.
    files: ['*.js', '.*.mjs', 'tools/tally/playwright.mjs', 'tools/dev-proxy.mjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },

  {
    files: SPECS,
    languageOptions: {
      globals: {
        afterAll: 'readonly',
        afterEach: 'readonly',
        beforeAll: 'readonly',
        beforeEach: 'readonly',
        describe: 'readonly',
        expect: 'readonly',
        expectAsync: 'readonly',
        it: 'readonly',
        jasmine: 'readonly',
        pending: 'readonly',
        spyOn: 'readonly',
      },
    },
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': [
        ...everywhere['no-restricted-syntax'],
        {
          selector: `CallExpression[callee.name=/^(it|before|after(Each|All))/] > Literal[value<=${SPEC_TIME_LIMIT_MS}]`,
          message: 'A machine may be busy: leave the limit out, all specs have a minute.',
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts'],
    rules: {
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['tools/tally/jasmine.mjs', 'tools/run/jasmine-time-limit.mjs'],
    languageOptions: { globals: { jasmine: 'readonly' } },
  },
);
