import { readFileSync } from 'node:fs';
import { CONFIG_FILE, ENGINE_CONFIG, type EngineConfig } from './engine-config.ts';
import { readEngineConfig } from './read-config.ts';
import type { Environment } from './read-key.ts';

type Kind = EngineConfig['kind'];
/** Without the engine that only tests use. */
const KINDS: readonly Kind[] = ['storyboard', 'ai-sdk', 'openai-videos', 'comfyui'];
const DOCUMENTS = ['docs/engines.md', 'docs/comfyui.md'];

for (const document of DOCUMENTS) {
  const text = readFileSync(new URL(`../../../${document}`, import.meta.url), 'utf8');

  describe(`the examples of ${document}`, () => {
    it('are files that the gateway takes', () => {
      const files = [...blocks(text, 'json'), ...blocks(text, 'jsonc').flatMap(lines)].filter((each) =>
        each.includes('"engines"'),
      );
      expect(files).not.toEqual([]);
      for (const file of files) {
        expect(CONFIG_FILE.safeParse(JSON.parse(file)).error?.message)
          .withContext(file)
          .toBeUndefined();
      }
    });

    it('are variables that the gateway takes', () => {
      const sets = blocks(text, 'sh').filter((each) => each.includes('ENGINE_KIND'));
      expect(sets).not.toEqual([]);
      for (const set of sets)
        expect(readEngineConfig(exported(set)).ok)
          .withContext(set)
          .toBeTrue();
    });
  });
}

describe('the table of fields in docs/engines.md', () => {
  const text = readFileSync(new URL('../../../docs/engines.md', import.meta.url), 'utf8');
  const [table = ''] = /^\| field \| of \|[^]*?\n\n/m.exec(text) ?? [];
  const rows = lines(table)
    .slice(2)
    .map((line) => line.split(' | '))
    .map(([fields = '', of = '']) => ({ fields: codes(fields), kinds: of === 'all' ? KINDS : codes(of) }));

  for (const kind of KINDS) {
    it(`has for ${kind} what the gateway takes`, () => {
      const told = rows.filter(({ kinds }) => kinds.includes(kind)).flatMap(({ fields }) => fields);
      expect(told.toSorted()).toEqual(fieldsOf(kind).toSorted());
    });
  }
});

function fieldsOf(kind: Kind): readonly string[] {
  const schema = ENGINE_CONFIG.options.find(({ shape }) => shape.kind.value === kind);
  return Object.keys(schema?.shape ?? {});
}

/** The blocks of code of a language, without comments that take a line. */
function blocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, code = '']) =>
    lines(code)
      .filter((line) => !/^(\/\/|#)/.test(line))
      .join('\n'),
  );
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** What lines with `export` set, with something where a reader has to put their own. */
function exported(script: string): Environment {
  const statements = lines(script).filter((line) => line.startsWith('export '));
  const pairs = statements.flatMap((line) => [...line.matchAll(/([A-Z_]+)=(\S+)/g)]);
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value.replace('…', 'own')] as const));
}

function codes(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}
