import { checkFiles } from './testing/temporary-project.mjs';

const EMPTY = 'export {};\n';

/** A package as far as it is found: a folder with an entry. */
function installed(name) {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    [`node_modules/${name}/index.js`]: 'export const x = 1;\n',
  };
}

function checkBoundaries({ dependencies = [], devDependencies = [], files }) {
  const versions = (names) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const manifest = { dependencies: versions(dependencies), devDependencies: versions(devDependencies) };
  const packages = [...dependencies, ...devDependencies].map(installed);
  return checkFiles(
    'module boundaries',
    Object.assign({ 'package.json': JSON.stringify(manifest) }, ...packages, files),
  );
}

/** What stands in an import's way, by the file that has it: the code, the rule, and what it says to do instead. */
const FORBIDDEN = {
  'src/protocol/a.ts': ["import '../services/index.ts';", 'protocol-imports', 'src/protocol may import nothing'],
  'src/services/a.ts': ["import '../app/app.ts';", 'services-imports', 'src/services may import src/protocol.'],
  'src/server/a.ts': [
    "import '../services/index.ts';",
    'server-imports',
    'may import src/protocol and src/engines and src/bot.',
  ],
  'src/server/b.ts': ["import '../main.ts';", 'server-imports', 'Move the code to where it may be imported'],
  'src/server/c.ts': ["import '../../e2e/a.ts';", 'server-imports', 'declare an interface or a token here'],
  'src/app/a.ts': ["import '../services/deep.ts';", 'services-public-api', 'Import through src/services/index.ts'],
  'src/app/b.ts': ["import '../services/testing/fake.ts';", 'testing-only-in-tests', 'Move the code out of testing/'],
  'src/app/b.spec.ts': ["import '../services/testing/fake.ts';", 'layer-as-installed', 'testing/index.ts'],
  'src/app/c.spec.ts': ["import '../server/index.ts';", 'app-imports', 'src/app may import src/services.'],
  'src/app/conversation-model/a.ts': ["import '../app.ts';", 'model-without-features', 'Pass what it needs to know'],
  'src/testing/a.ts': [
    "import '../protocol/index.ts';",
    'testing-imports',
    'src/testing may import nothing but itself',
  ],
  'src/engines/a.ts': ["import '../server/index.ts';", 'engines-imports', 'src/engines may import src/protocol.'],
  'src/bot/a.ts': ["import '../engines/index.ts';", 'bot-imports', 'src/bot may import src/protocol.'],
  'src/services/d.ts': ["import '../protocol/deep.ts';", 'protocol-public-api', 'through src/protocol/index.ts'],
  'src/server/e.ts': ["import '../engines/deep.ts';", 'engines-public-api', 'through src/engines/index.ts'],
  'src/server/g.ts': ["import '../bot/deep.ts';", 'bot-public-api', 'through src/bot/index.ts'],
  'src/server/f.spec.ts': ["import '../testing/deep.ts';", 'testing-public-api', 'through src/testing/index.ts'],
  'src/app/j.ts': ["import 'node:fs';", 'app-packages', 'add the package to MODULES'],
  'src/engines/b.ts': ["import 'marked';", 'engines-packages', 'add the package to MODULES'],
  'src/bot/b.ts': ["import 'marked';", 'bot-packages', 'add the package to MODULES'],
  'src/testing/b.ts': ["import 'marked';", 'testing-packages', 'src/testing may import these packages: none'],
  'src/protocol/b.ts': ["import 'node:fs';", 'protocol-packages', 'src/protocol may import these packages: none'],
  'src/services/b.ts': ["import 'marked';", 'services-packages', 'add the package to MODULES'],
  'src/server/d.ts': ["import 'marked';", 'server-packages', 'add the package to MODULES'],
  'src/services/c.ts': ["import 'rxjs';", 'no-development-package', 'Move the package from devDependencies'],
  'src/app/d.ts': ["import './nowhere.ts';", 'no-unresolved-import', 'Mend the path, or install the package'],
  'src/app/e.ts': ["import type { x } from '../server/index.ts';", 'app-imports', 'Move the code'],
  'src/app/f.ts': ["export * from '../server/index.ts';", 'app-imports', 'Move the code'],
  'src/app/g.ts': ["export { x } from '../server/index.ts';", 'app-imports', 'Move the code'],
  'src/app/h.ts': ["const x = import('../server/index.ts');", 'app-imports', 'Move the code'],
  'src/app/i.ts': ["type X = import('../server/index.ts').X;", 'app-imports', 'Move the code'],
  // No file is in a circle here, but the folders are: the way back, from the higher one, is allowed.
  'src/engines/port/a.ts': [
    "import '../instant/in/b.ts';",
    'no-import-from-a-higher-folder',
    'let the lower one offer',
  ],
  'src/engines/port/testing/a.ts': [
    "import '../../instant/in/b.ts';",
    'no-import-from-a-higher-folder',
    'Move what both need to the lower folder',
  ],
  'src/engines/new/a.ts': ["import '../port/in/b.ts';", 'no-folder-without-a-rank', 'Add the folder to FOLDER_RANKS'],
};

const ALLOWED = {
  'e2e/a.ts': EMPTY,
  'src/main.ts': EMPTY,
  'src/testing/index.ts': EMPTY,
  'src/testing/deep.ts': EMPTY,
  'src/protocol/index.ts': EMPTY,
  'src/protocol/deep.ts': EMPTY,
  'src/services/index.ts': "import 'uuid';\nexport * from '../protocol/index.ts';\n",
  'src/services/deep.ts': EMPTY,
  'src/services/testing/fake.ts': "import 'marked';\nexport * from '../index.ts';\n",
  'src/services/testing/index.ts': "export * from './fake.ts';\n",
  'src/app/app.ts': "import '@angular/core';\nexport * from '../services/index.ts';\n",
  'src/app/app.spec.ts': "import '../services/testing/index.ts';\nimport '../testing/index.ts';\nimport 'node:fs';\n",
  'src/server/index.ts': "import 'node:fs';\nexport * from '../protocol/index.ts';\n",
  'src/engines/index.ts': EMPTY,
  'src/engines/deep.ts': EMPTY,
  'src/bot/index.ts': EMPTY,
  'src/bot/deep.ts': EMPTY,
  'src/engines/instant/a.ts': "export * from '../port/in/b.ts';\n",
  'src/engines/instant/in/b.ts': EMPTY,
  'src/engines/port/in/b.ts': EMPTY,
};

const CIRCLE = {
  'src/protocol/one.ts': "import { two } from './two.ts';\nexport const one = two;\nexport type One = typeof one;\n",
  'src/protocol/two.ts': "import type { One } from './one.ts';\nexport const two: One | 2 = 2;\n",
};

describe('the module boundaries', () => {
  const dependencies = ['@angular/core', 'marked', 'uuid'];
  let found;

  beforeAll(async () => {
    const forbidden = Object.entries(FORBIDDEN).map(([file, [code]]) => [file, `${code}\n`]);
    const files = { ...ALLOWED, ...Object.fromEntries(forbidden), ...CIRCLE };
    found = await checkBoundaries({ dependencies, devDependencies: ['rxjs'], files });
  });

  it('fail lint where one of them is crossed', () => {
    expect(found.failed).toBe(true);
    expect(found.output).toContain(`(${Object.keys(FORBIDDEN).length + 1} errors`);
  });

  it('have no circle of files, where an import of a type counts', () => {
    expect(found.output).toMatch(/no-circle: src\/protocol\/(one|two)\.ts → src\/protocol\/(one|two)\.ts/);
    expect(found.output).toContain('Move what both need to a file of its own');
  });

  for (const [file, [code, rule, advice]] of Object.entries(FORBIDDEN)) {
    it(`keep ${file} from ${code} and say what to do`, () => {
      const [, violation] = found.output.split(`${rule}: ${file} `);
      expect(violation?.split(' error ')[0]).toContain(advice);
    });
  }

  it('let through what is allowed, and let specs test with what they like', async () => {
    const { failed, output } = await checkBoundaries({ dependencies, files: ALLOWED });
    expect(output).toContain('no dependency violations found');
    expect(failed).toBe(false);
  });
});
