import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PROJECT } from '../setup/project.mjs';
import { untranslated } from './app-texts.mjs';

/**
 * Specs say what people see in one language; the texts themselves are where they belong; a language names itself, and a table of characters
 * is read by nobody.
 */
const LEFT_OUT = /\.spec\.ts$|\/testing\/|\/app\/language\/|\/traditional-characters\.ts$/;

function appSources() {
  const names = readdirSync(join(PROJECT, 'src/app'), { recursive: true }).map(
    (name) => `src/app/${name.split(sep).join('/')}`,
  );
  const sources = names.filter((name) => /\.(ts|html)$/.test(name) && !LEFT_OUT.test(name));
  return new Map(sources.map((name) => [name, readFileSync(join(PROJECT, name), 'utf8')]));
}

describe('untranslated', () => {
  function found(files) {
    return untranslated(new Map(Object.entries(files)));
  }

  it('names the Chinese literals, with their lines', () => {
    const script = "const a = 'cat';\nconst b = '猫';\nconst c = `${a}只`;\nconst d = `只${a}`;";
    expect(found({ 'a.ts': script })).toEqual(['a.ts:2: 猫', 'a.ts:3: 只', 'a.ts:4: 只']);
    expect(found({ 'a.ts': 'x({ template: `<p>\n  猫\n</p>` })' })).toEqual(['a.ts:2: 猫']);
    expect(found({ 'a.html': '<p>\n<b title="猫">cat</b>' })).toEqual(['a.html:2: <b title="猫">cat</b>']);
  });

  it('takes comments as they are', () => {
    expect(found({ 'a.ts': '/** 聊天 */ const a = 1; // 猫', 'a.html': '<!-- 猫\n狗 --><p>cat</p>' })).toEqual([]);
  });
});

describe('the application', () => {
  it('has all that people read from its texts', () => {
    expect(untranslated(appSources())).toEqual([]);
  });
});
