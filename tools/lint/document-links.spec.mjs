import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PROJECT } from '../setup/project.mjs';
import { brokenReferences, unnamedFolders } from './document-links.mjs';

/** What is installed, built or measured, and what was true once: a changelog names files as they were. */
const LEFT_OUT = /(^|\/)(node_modules|dist|data|test-results|\.git|\.angular|\.cache)$|^CHANGELOG\.md$|\.api\.md$/;

function projectFiles() {
  const names = globSync(['**/*', '.*', '.github/**/*'], {
    cwd: PROJECT,
    exclude: (name) => LEFT_OUT.test(name.split(sep).join('/')),
  });
  return names.map((name) => name.split(sep).join('/'));
}

describe('brokenReferences', () => {
  const files = ['README.md', 'docs/words.md', 'src/app/chat/chat.ts', 'src/server/gateway-bot.spec.ts'];

  function found(text, path = 'README.md') {
    const documents = new Map([
      [path, text],
      ['docs/words.md', '# Words of *our* own, 中文'],
    ]);
    return brokenReferences(documents, files, ['lint', 'test:all']);
  }

  it('follows links from where the document stands, to files, folders and headings', () => {
    expect(found('[a](docs/words.md) [b](src/app) [c](src/app/) [d](https://example.com/x)')).toEqual([]);
    expect(found('[a](words.md#words-of-our-own-中文) [b](../README.md)', 'docs/more.md')).toEqual([]);
    expect(found('[a](docs/word.md) [b](docs/words.md#words-of-others)')).toEqual([
      'README.md: docs/word.md',
      'README.md: docs/words.md#words-of-others',
    ]);
    expect(found('# Here\n[a](#here) [b](#there)')).toEqual(['README.md: #there']);
  });

  it('looks for the sources that are named, by as much of their path as is said', () => {
    expect(found('`chat.ts`, `chat/chat.ts`, `../app/chat/chat.ts`, `gateway-*.spec.ts`, `package.json`')).toEqual([]);
    expect(found('`hat.ts` and `chat/chats.ts`, `gateway-*.long.ts`')).toEqual([
      'README.md: hat.ts',
      'README.md: chat/chats.ts',
      'README.md: gateway-*.long.ts',
    ]);
  });

  it('knows which scripts there are', () => {
    expect(found('`npm run lint`, `npm run test:all`.\n```sh\nnpm run tests -- --all\n```')).toEqual([
      'README.md: tests',
    ]);
  });

  it('leaves code alone, which is written for other projects', () => {
    expect(found('```ts\n[a](b.md); // `c.ts`\n```')).toEqual([]);
  });
});

describe('unnamedFolders', () => {
  it('finds the folders that the README beside them leaves out', () => {
    const documents = new Map([['src/app/README.md', '| `chat/` | the page 聊天 |']]);
    const files = ['src/app/README.md', 'src/app/chat/log/log.ts', 'src/app/gallery/list/list.ts', 'src/bot/bot.ts'];
    expect(unnamedFolders(documents, files)).toEqual(['src/app/gallery']);
  });
});

describe('the documents', () => {
  const files = projectFiles();
  const documents = new Map(
    files
      .filter((name) => name.endsWith('.md') && !LEFT_OUT.test(name))
      .map((name) => [name, readFileSync(join(PROJECT, name), 'utf8')]),
  );

  it('name files, headings and scripts that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
    expect(brokenReferences(documents, files, Object.keys(scripts))).toEqual([]);
  });

  it('name each folder of a module', () => {
    const modules = new Map([...documents].filter(([path]) => /^(?:src|e2e|tools|bench)\//.test(path)));
    expect(unnamedFolders(modules, files)).toEqual([]);
  });
});
