import { readZip } from './read-zip.ts';
import { zipFile } from './zip-file.ts';

describe('readZip', () => {
  async function contents(archive: Blob): Promise<readonly (readonly [string, string])[]> {
    const files = await readZip(archive);
    return Promise.all(files.map(async (file) => [file.name, await (await file.read()).text()] as const));
  }

  it('reads what is packed here', async () => {
    const archive = await zipFile('a.zip', [
      { name: '橘猫.json', input: '{"a":1}' },
      { name: 'media/001 橘猫.mp4', input: new Blob(['meow']).stream() },
    ]);
    expect(await contents(archive)).toEqual([
      ['橘猫.json', '{"a":1}'],
      ['media/001 橘猫.mp4', 'meow'],
    ]);
  });

  it('reads what was packed again by another program', async () => {
    // By Python's zipfile, with compression and a comment.
    const base64 =
      'UEsDBBQAAAAIAFEHfl20t6+dCgAAAPoAAAAJAAAAYS9jYXQudHh0y03NL1fIHYkEAFBLAQIUAxQAAAAIAFEHfl20t6+dCgAAAPoAAAAJAAAAAAAAAAAAAACAAQAAAABhL2NhdC50eHRQSwUGAAAAAAEAAQA3AAAAMQAAAAwAcGFja2VkIGFnYWlu';
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    expect(await contents(new Blob([bytes]))).toEqual([['a/cat.txt', 'meow '.repeat(50)]]);
  });

  it('finds nothing in what is no archive, or a part of one', async () => {
    expect(await readZip(new Blob([]))).toEqual([]);
    expect(await readZip(new Blob(['{"version":1}'.repeat(100)]))).toEqual([]);
    const archive = await zipFile('a.zip', [{ name: 'a', input: 'x'.repeat(2_000) }]);
    expect(await readZip(archive.slice(1_000))).toEqual([]);
    expect(await readZip(archive.slice(0, 1_000))).toEqual([]);
  });

  it('rejects a file that is not where it is said to be', async () => {
    const archive = await zipFile('a.zip', [{ name: 'a', input: 'x' }]);
    const [file] = await readZip(new Blob(['PK', '?', archive.slice(3)]));
    await expectAsync(file?.read()).toBeRejected();
  });
});
