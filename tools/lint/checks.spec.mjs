import { CHECKS } from './checks.mjs';
import { checkFiles } from './testing/temporary-project.mjs';

const MANIFEST = { name: 'few-files', type: 'module', dependencies: {} };

function adviceOf(checkName) {
  return CHECKS.flat().find(({ name }) => name === checkName).advice;
}

describe('lint', () => {
  it('fails on a badly formatted file, and says how to format it', async () => {
    const { failed, output } = await checkFiles('format', { 'src/a.ts': 'export const a = "1"\n' });
    expect(failed).toBe(true);
    expect(output).toContain('src/a.ts');
    expect(adviceOf('format')).toContain('npm run format');
  });

  it('takes a well formatted file', async () => {
    expect((await checkFiles('format', { 'src/a.ts': "export const a = '1';\n" })).failed).toBe(false);
  });

  for (const [name, file] of [
    ['types of the gateway', 'src/server/a.ts'],
    ['types of the end-to-end tests', 'e2e/a.spec.ts'],
  ]) {
    it(`checks the ${name}`, async () => {
      const check = (text) => checkFiles(name, { 'package.json': JSON.stringify(MANIFEST), [file]: text });
      const wrong = await check("export const a: number = '1';\n");
      expect(wrong.output).toContain(`${file}(1,14): error TS2322`);
      expect(wrong.failed).toBe(true);
      expect((await check('export const a: number = 1;\n')).failed).toBe(false);
    });
  }

  it('fails on an unused export, file and package, and says to delete them', async () => {
    const { failed, output } = await checkFiles('nothing unused', {
      'package.json': JSON.stringify({ ...MANIFEST, dependencies: { rxjs: '7.8.2' } }),
      'src/server/index.ts': "import { used } from './a.ts';\nexport const offered = used;\n",
      'src/server/a.ts': 'export const used = 1;\nexport const unused = 2;\n',
      'src/server/forgotten.ts': 'export const forgotten = 1;\n',
    });
    expect(failed).toBe(true);
    expect(output).toMatch(/Unused files \(1\) src\/server\/forgotten\.ts/);
    expect(output).toMatch(/Unused dependencies \(1\) rxjs package\.json/);
    expect(output).toMatch(/Unused exports \(1\) unused src\/server\/a\.ts/);
    expect(adviceOf('nothing unused')).toContain('Delete');
  });

  it('fails on a file of the product that only specs use, and says to move it', async () => {
    const check = (path) =>
      checkFiles('nothing for specs alone', {
        'package.json': JSON.stringify(MANIFEST),
        'src/server/index.ts': 'export const offered = 1;\n',
        'src/server/a.spec.ts': `import { only } from '${path}';\nexport const a = only;\n`,
        [`src/server/${path}`]: 'export const only = 1;\n',
      });
    const { failed, output } = await check('./only.ts');
    expect(failed).toBe(true);
    expect(output).toMatch(/Unused files \(1\) src\/server\/only\.ts/);
    expect(adviceOf('nothing for specs alone')).toContain('testing/');
    expect((await check('./testing/only.ts')).failed).toBe(false);
  });
});
