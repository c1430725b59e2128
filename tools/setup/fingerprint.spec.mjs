import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';

describe('fingerprint', () => {
  let root;

  function write(file, content) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ask-kitten-fingerprint-'));
    write('app/chat/log.ts', 'log');
    write('app/main.ts', 'main');
    write('lock.json', '{}');
  });

  afterEach(() => rmSync(root, { recursive: true }));

  const paths = ['app', 'lock.json'];

  it('is the same for the same files, whenever they were written', () => {
    const before = fingerprint(root, paths);
    utimesSync(join(root, 'app/main.ts'), 1, 1);
    expect(fingerprint(root, paths)).toBe(before);
  });

  const changes = {
    'a file changes': () => write('lock.json', '[]'),
    'a file deep in a folder changes': () => write('app/chat/log.ts', 'Log'),
    'a file is added': () => write('app/chat/new.ts', ''),
    'a file is renamed': () => {
      rmSync(join(root, 'app/main.ts'));
      write('app/start.ts', 'main');
    },
    'a file goes': () => rmSync(join(root, 'lock.json')),
    'a content moves from one file to another': () => {
      write('app/chat/log.ts', 'logm');
      write('app/main.ts', 'ain');
    },
  };

  for (const [name, change] of Object.entries(changes)) {
    it(`is another when ${name}`, () => {
      const before = fingerprint(root, paths);
      change();
      expect(fingerprint(root, paths)).not.toBe(before);
    });
  }

  it('tells an empty file from one that is missing', () => {
    write('lock.json', '');
    const empty = fingerprint(root, paths);
    rmSync(join(root, 'lock.json'));
    expect(fingerprint(root, paths)).not.toBe(empty);
  });

  it('leaves out what does not count', () => {
    const include = (file) => !file.endsWith('.spec.ts');
    const before = fingerprint(root, paths, { include });
    write('app/chat/log.spec.ts', 'spec');
    expect(fingerprint(root, paths, { include })).toBe(before);
  });

  it('depends on what else it is told', () => {
    expect(fingerprint(root, paths, { also: 'linux x64' })).not.toBe(fingerprint(root, paths, { also: 'linux arm64' }));
  });
});
