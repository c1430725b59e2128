/** What may import what. `npm run lint` checks it; docs/decisions/0007 says why it is done so. */

/**
 * The modules of `src`: the other modules and the packages that each may import. Specs and `testing/` folders may
 * import any package, and what is in the `testing/` of a module that theirs may import.
 */
const MODULES = {
  testing: { imports: [], packages: [] },
  protocol: { imports: [], packages: [] },
  services: { imports: ['protocol'], packages: ['@angular/common', '@angular/core', 'idb', 'rxjs', 'uuid'] },
  app: {
    imports: ['services'],
    // marked-cjk-friendly: emphasis beside Chinese, Japanese and Korean punctuation, which marked reads wrongly.
    packages: (
      '@angular/[^/]+ @jsverse/transloco @mdi/js client-zip highlight.js gifenc ' +
      'idb marked marked-cjk-friendly mediabunny minisearch remend rxjs virtua'
    ).split(' '),
  },
  engines: {
    imports: ['protocol'],
    // ipaddr.js knows which addresses are public, so that no engine's answer has the gateway ask the machines beside it;
    // ai and its providers speak to hosted engines; zod checks the configuration, and `ai` brings it anyway.
    packages: ['node:', '@ai-sdk/[^/]+', '@napi-rs/canvas', 'ai', 'h264-mp4-encoder', 'ipaddr.js', 'mediabunny', 'zod'],
  },
  // The same packages speak to language models.
  bot: { imports: ['protocol'], packages: ['node:', '@ai-sdk/openai-compatible', 'ai', 'zod'] },
  server: {
    imports: ['protocol', 'engines', 'bot'],
    // zod checks the settings; prom-client writes what Prometheus reads; of pg and the client of S3 only the types: they are
    // loaded where they are used.
    packages: 'node: @aws-sdk/client-s3 @fastify/[^/]+ @napi-rs/canvas @types/pg fastify pg prom-client zod'.split(' '),
  },
};

/**
 * Sibling folders, each with what it may import before it. This keeps circles between them out. Every folder of `src`
 * and `bench` with two or more folders of sources is here, those of test helpers too; only specs import what they like.
 * `tools` and `e2e` are not: no product code imports them, and `no-circle` looks at their files.
 */
export const FOLDER_RANKS = {
  bench: ['streams', 'cluster'],
  'bench/cluster': ['report', 'services', 'nodes', 'load'],
  'bench/streams': ['pages', 'browser', 'build', 'server', 'size', 'experiments', 'report', 'ours'],
  'src/app': [
    'testing',
    'calendar',
    'overlays',
    'input-method',
    'folding',
    'conversation-model',
    'icon',
    'jobs',
    'preferences',
    'saving',
    'scrolling',
    'windowed-list',
    'language',
    'theme',
    'choices',
    'clip-options',
    'engines',
    'scene',
    'notices',
    'shortcuts',
    'media-cache',
    'user-code',
    'access',
    'connection',
    'offline',
    'media',
    'history',
    'drafts',
    'diagnostics',
    'estimates',
    'job-notifications',
    'shell',
    'chat',
    'gallery',
    'moving',
    'settings',
  ],
  'src/app/chat': ['markdown', 'job', 'composer', 'messages', 'prompt', 'actions', 'scene', 'announcer', 'log'],
  'src/app/chat/composer': ['engine', 'commands', 'references', 'preferences', 'testing'],
  'src/app/diagnostics': ['connection-log', 'round-trips', 'checks', 'report'],
  'src/app/gallery': ['order', 'selection', 'testing'],
  'src/app/history': ['store', 'export', 'search', 'list', 'testing'],
  'src/app/language': ['zh', 'en'],
  'src/app/media': ['conversion', 'player', 'actions', 'viewer', 'comparison'],
  'src/app/shell': ['side-panel', 'toolbar', 'testing'],
  'src/engines': [
    'packages',
    'port',
    'stills',
    'downloads',
    'config',
    'remote',
    'instant',
    'testing',
    'storyboard',
    'ai-sdk',
    'openai-videos',
    'comfyui',
    'registry',
  ],
  'src/engines/comfyui': ['workflow', 'server', 'socket', 'testing'],
  'src/engines/storyboard': [
    'stage',
    'library',
    'subjects',
    'weather',
    'style',
    'places',
    'read',
    // What is said of what was read.
    'reply',
    // A scene as clients have it, to and from what a prompt is read as.
    'scene-data',
    'cast',
    'encode',
    'film',
    'drawing-process',
    'testing',
  ],
  'src/engines/storyboard/places': ['parts', 'effects'],
  'src/protocol': ['decode', 'testing'],
  // observe tells what happens, and is told by whoever makes it happen.
  'src/server': [
    'limits',
    'ports',
    'observe',
    'joining',
    'media',
    'images',
    'messages',
    'schedule',
    'media-stores',
    'storage',
    'postgres',
    'jobs',
    'access',
    'http',
    'sockets',
    'cli',
    'testing',
    'fuzz',
    'attacks',
  ],
  'src/server/postgres': 'schema database bus log media operators joining jobs move storage testing'.split(' '),
  'src/services': [
    'platform',
    'texts',
    'codec',
    'config',
    'identity',
    'outbox',
    'resume',
    'socket',
    'diagnostics',
    'uploads',
    'inbound',
    'session',
    'features',
    'testing',
  ],
  'src/services/testing': ['scripted', 'contracts', 'recipes'],
};

const SPECS = '\\.(spec|long)\\.ts$';
const TESTS = `${SPECS}|/(testing|fuzz|attacks)/`;
const PACKAGES = ['core', 'npm', 'npm-bundled', 'npm-dev', 'npm-no-pkg', 'npm-optional', 'npm-peer', 'npm-unknown'];

function moduleRules([name, { imports, packages }]) {
  const allowed = imports.length === 0 ? 'nothing but itself' : imports.map((other) => `src/${other}`).join(' and ');
  const names = packages.map((one) => one.replace('[^/]+', '*').replace('node:', "Node's own")).join(', ') || 'none';
  return [
    {
      name: `${name}-imports`,
      comment:
        `src/${name} may import ${allowed}. Move the code to where it may be imported, ` +
        'or declare an interface or a token here that the other module fills in.',
      from: { path: `^src/${name}/` },
      to: { path: '.', pathNot: `^src/(${[name, 'testing', ...imports].join('|')})/`, dependencyTypes: ['local'] },
    },
    {
      name: `${name}-packages`,
      comment:
        `src/${name} may import these packages: ${names}. Do without, ` +
        'or add the package to MODULES in .dependency-cruiser.mjs and say in the commit why it is needed.',
      // All of src/testing is in a testing/ folder.
      from: { path: `^src/${name}/`, pathNot: name === 'testing' ? '\\.spec\\.ts$' : TESTS },
      to: {
        dependencyTypes: PACKAGES.filter((type) => type !== 'core' || !packages.includes('node:')),
        pathNot: `^node_modules/(${packages.join('|')})/`,
      },
    },
  ];
}

/** `testing/` folders are for the specs of all. */
function publicApiRule(name) {
  return {
    name: `${name}-public-api`,
    comment: `Import through src/${name}/index.ts, and export there what others need.`,
    from: { path: '^src/[^/]+/', pathNot: `^src/${name}/` },
    to: { path: `^src/${name}/`, pathNot: `^src/${name}/(index\\.ts$|.*testing/)` },
  };
}

function rankRules([parent, folders]) {
  const inFolder = (names) => `^${parent}/(${names.join('|')})/`;
  const upwards = folders.slice(0, -1).map((folder, index) => ({
    name: 'no-import-from-a-higher-folder',
    comment:
      'Sibling folders are ranked from low to high in FOLDER_RANKS in .dependency-cruiser.mjs, so that they form no ' +
      'circle. Move what both need to the lower folder, let the lower one offer a token, a callback or a stream ' +
      'that the higher one fills in or subscribes to, or change the order if there is one without a circle.',
    from: { path: inFolder([folder]), pathNot: SPECS },
    to: { path: inFolder(folders.slice(index + 1)) },
  }));
  return [
    ...upwards,
    {
      name: 'no-folder-without-a-rank',
      comment: 'Add the folder to FOLDER_RANKS in .dependency-cruiser.mjs, after all the folders that it imports.',
      from: { path: `^${parent}/(?!(?:${folders.join('|')}|node_modules)/)[^/]+/`, orphan: false },
      to: {},
    },
  ];
}

const rules = [
  {
    name: 'no-circle',
    comment:
      'Files must not import one another in a circle; an import of a type counts. Move what both need to a file of ' +
      'its own that imports neither.',
    from: {},
    to: { circular: true },
  },
  ...Object.entries(MODULES).flatMap(moduleRules),
  ...['testing', 'protocol', 'services', 'engines', 'bot'].map(publicApiRule),
  ...Object.entries(FOLDER_RANKS).flatMap(rankRules),
  {
    name: 'layer-as-installed',
    comment:
      'The application has of the stream layer what any application has that installs it, in its specs too: import ' +
      'src/services/index.ts or src/services/testing/index.ts, and export there what others need as well.',
    from: { path: ['^src/app/.*\\.spec\\.ts$', '^src/app/.*testing/'] },
    to: { path: '^src/(services|protocol)/.*testing/', pathNot: '^src/services/testing/index\\.ts$' },
  },
  {
    name: 'model-without-features',
    comment:
      'src/app/conversation-model says what a turn is and how messages become turns: no component, no store, no ' +
      'Angular. Pass what it needs to know as an argument, or put the code into the feature.',
    from: { path: '^src/app/conversation-model/', pathNot: TESTS },
    to: { path: '^(src/app/(?!conversation-model/)|node_modules/@angular/)' },
  },
  {
    name: 'testing-only-in-tests',
    comment:
      'Only specs and testing/ folders import test helpers. Move the code out of testing/ if the product needs it.',
    from: { path: '^src/', pathNot: TESTS },
    to: { path: TESTS },
  },
  {
    name: 'no-development-package',
    comment: 'Move the package from devDependencies to dependencies in package.json: the product imports it.',
    from: { path: '^src/', pathNot: TESTS },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-unresolved-import',
    comment: 'The file or package is not there. Mend the path, or install the package.',
    // The bench has packages of its own, installed when it first runs.
    from: { pathNot: '^bench/' },
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    // What the adopter's test copies into another project is resolved there.
    exclude: { path: '(^|/)(dist|data|\\.angular|adopter/(app|bot))/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['types', 'import', 'default'], exportsFields: ['exports'] },
  },
};
