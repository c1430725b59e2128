import { TOOL } from '../setup/project.mjs';

/**
 * Something that holds for the whole project or does not.
 * @typedef {{ name: string, args: readonly string[], advice: string }} Check the arguments are for Node
 */

/** Every folder that has code. */
const CRUISED = ['src', 'e2e', 'tools', 'bench', 'packages'];

/** Checks the types of a project; of what has not changed it remembers what it found, in a file of this name. */
function typesOf(project, name) {
  return [TOOL.tsc, '-p', project, '--incremental', '--tsBuildInfoFile', `.cache/types/${name}.tsbuildinfo`];
}

/**
 * Everything that `npm run lint` checks. What stands in different lists can run at the same time: ESLint, which reads
 * the types of every file, takes about as long as all others together.
 *
 * The cache of ESLint goes by a file's own text, so that it misses what a type in another file has done to it;
 * continuous integration starts without a cache.
 * @type {readonly (readonly Check[])[]}
 */
export const CHECKS = [
  [
    {
      name: 'house rules',
      args: [TOOL.eslint, '--cache', '--cache-strategy', 'content', '--cache-location', '.cache/eslint/', '.'],
      advice: '`npx eslint --fix <file>` mends some of it; eslint.config.js says why a rule is there.',
    },
  ],
  [
    {
      name: 'format',
      args: [
        TOOL.prettier,
        '--check',
        '--log-level=warn',
        '--cache',
        '--cache-strategy=content',
        '--cache-location=.cache/prettier',
        '.',
      ],
      advice: '`npm run format` writes these files as Prettier formats them.',
    },
    {
      name: 'types of the gateway',
      args: typesOf('src/tsconfig.node.json', 'node'),
      advice: 'Mend the types; the application and its specs are checked when they are built.',
    },
    {
      name: 'types of the end-to-end tests',
      args: typesOf('e2e', 'e2e'),
      advice: 'Mend the types.',
    },
    {
      name: 'module boundaries',
      args: [TOOL.depcruise, '--config', '.dependency-cruiser.mjs', '--output-type', 'err-long', ...CRUISED],
      advice: 'Below each import stands what to do instead; .dependency-cruiser.mjs has the rules.',
    },
    {
      name: 'nothing unused',
      args: [TOOL.knip, '--no-progress'],
      advice:
        'Delete what is named here: the `export`, the file, or the package from package.json. ' +
        'knip.json says what is used from outside of the sources.',
    },
    {
      name: 'nothing for specs alone',
      args: [TOOL.knip, '--no-progress', '--production', '--include', 'files'],
      advice: 'Move what only specs use to a testing/ folder, or delete it: it is read as a part of the product.',
    },
  ],
];
