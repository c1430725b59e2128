import { randomBytes } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { SqliteFile } from './sqlite-file.ts';

describe('SqliteFile', () => {
  let path: string;

  beforeEach(async () => {
    path = join(await makeTemporaryFolder(), 'kitten.sqlite');
  });

  afterEach(removeTemporaryFolders);

  /** Opens the file, does something, closes it. */
  function use<Value>(work: (file: SqliteFile) => Value): Value {
    const file = SqliteFile.open(path);
    try {
      return work(file);
    } finally {
      file.close();
    }
  }

  it('brings a new file to the newest schema, and leaves it alone after that', () => {
    const version = (file: SqliteFile) => file.prepare('PRAGMA user_version').get()?.['user_version'];
    expect(Number(use(version))).toBeGreaterThan(0);
    expect(use(version)).toEqual(use(version));
  });

  it('names the data: the same for a file, another for another', () => {
    const epoch = use((file) => file.epoch);
    expect(use((file) => file.epoch)).toBe(epoch);
    path += '2';
    expect(use((file) => file.epoch)).not.toBe(epoch);
  });

  it('is for its user only', async () => {
    use(() => undefined);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('keeps what was written before a power cut', () => {
    const settings = use((file) => ['journal_mode', 'synchronous'].map((name) => file.prepare(`PRAGMA ${name}`).get()));
    expect(settings.map((row) => Object.values(row ?? {}))).toEqual([['wal'], [2]]);
  });

  it('does nothing of a transaction that throws', () => {
    use((file) => {
      const insert = file.prepare('INSERT INTO revoked_codes (code) VALUES (?)');
      const fail = (): void => {
        insert.run('a');
        throw new Error('no');
      };
      expect(() => file.transaction(fail)).toThrowError('no');
      file.transaction(() => insert.run('b'));
      expect(
        file
          .prepare('SELECT code FROM revoked_codes')
          .all()
          .map(({ code }) => code),
      ).toEqual(['b']);
    });
  });

  it('refuses a file of a newer version, and one that is none', async () => {
    use((file) => file.prepare('PRAGMA user_version = 1000').run());
    expect(() => use(() => undefined)).toThrowError(/newer version/);
    await writeFile(path, randomBytes(5_000));
    expect(() => use(() => undefined)).toThrowError(/not a database/);
  });
});
