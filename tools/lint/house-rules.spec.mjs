import { ESLint } from 'eslint';
import { PROJECT } from '../setup/project.mjs';

/** Under CI the parser would take the file on the disk for the text, as one that is not going to change. */
const overrideConfig = { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } };

/** The rules that a text breaks where it stands in for a file that is there: types are read from the disk. */
async function broken(file, text) {
  const [{ messages }] = await new ESLint({ cwd: PROJECT, overrideConfig }).lintText(text, { filePath: file });
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

describe("the project's lint", () => {
  const texts = [
    ['src/protocol/limits.ts', 'export default 7;\n', 'no-restricted-syntax'],
    ['src/services/backends.ts', 'export class Cat { private a = 1; }\n', 'no-restricted-syntax'],
    ['src/protocol/limits.ts', 'export const loose: any = 7;\n', '@typescript-eslint/no-explicit-any'],
    [
      'src/app/app.ts',
      "import { MatMenuTrigger } from '@angular/material/menu';\nexport const TRIGGERS = [MatMenuTrigger];\n",
      'no-restricted-imports',
    ],
    ['src/protocol/limits.ts', "console.log('hello');\n", 'no-console'],
    ['src/protocol/limits.ts', `${'// one more line\n'.repeat(300)}export const a = 1;\n`, 'max-lines'],
    ['src/protocol/limits.ts', 'export const A = 1; // TODO: more\n', 'no-warning-comments'],
    ['src/server/gateway.spec.ts', "it('is quick', () => undefined, 20_000);\n", 'no-restricted-syntax'],
  ];

  for (const [file, text, rule] of texts) {
    it(`reports ${rule} in ${file}`, async () => {
      expect(await broken(file, text)).toContain(rule);
    });
  }

  it('reads the templates in components, for accessibility too', async () => {
    const text = [
      "import { Component } from '@angular/core';",
      '@Component({ selector: \'kitten-cat\', template: \'<img src="/cat.png"><p (click)="0">x</p>\' })',
      'export class Cat {}',
    ].join('\n');
    const rules = await broken('src/app/app.ts', text);
    expect(rules).toContain('@angular-eslint/template/alt-text');
    expect(rules).toContain('@angular-eslint/template/click-events-have-key-events');
  });
});
