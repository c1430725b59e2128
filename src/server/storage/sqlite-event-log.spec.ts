import { join } from 'node:path';
import { describeEventLogContract } from '../ports/testing/index.ts';
import { memoryLog } from '../testing/test-storage.ts';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { SqliteEventLog } from './sqlite-event-log.ts';
import { SqliteFile } from './sqlite-file.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';
const OTHER = '5a0c1f0e-0000-4000-8000-00000000000b';
const NAMES = ['a', 'b', 'c'].map((letter) => `${letter.repeat(32)}.mp4`);
const FOREVER = { messagesPerCode: Infinity, maxAgeMs: Infinity };

describeEventLogContract('SqliteEventLog', async (messages) => memoryLog(messages));

describe('SqliteEventLog', () => {
  const files: SqliteFile[] = [];
  let unused: string[];

  function openLog(path = ':memory:', retention = FOREVER): SqliteEventLog {
    const file = SqliteFile.open(path);
    files.push(file);
    return new SqliteEventLog(file, { retention, onUnusedMedia: (names) => unused.push(...names) });
  }

  function appendText(log: SqliteEventLog, content: string, code = CODE): void {
    log.appendAll(code, [{ type: 'text', content }]);
  }

  function appendVideo(log: SqliteEventLog, name: string, code = CODE): void {
    log.appendAll(code, [{ type: 'video', url: `/media/${name}`, mimeType: 'video/mp4' }]);
  }

  beforeEach(() => {
    unused = [];
  });

  afterEach(async () => {
    for (const file of files.splice(0)) file.close();
    await removeTemporaryFolders();
  });

  it('goes on where another process stopped, without a word of goodbye', async () => {
    const path = join(await makeTemporaryFolder(), 'log.sqlite');
    const before = openLog(path);
    appendText(before, '一');
    const after = openLog(path);
    expect(after.epoch).toBe(before.epoch);
    appendText(after, '二');
    expect(await after.read(CODE, 0)).toEqual([
      jasmine.objectContaining({ seq: 1, content: '一' }),
      jasmine.objectContaining({ seq: 2, content: '二' }),
    ]);
  });

  it('stores, counts and publishes nothing where something fails in its transaction', async () => {
    const log = openLog();
    const received: unknown[] = [];
    log.follow(CODE, (message) => received.push(message));
    const fail = (): never => {
      throw new Error('no');
    };
    expect(() => log.appendAll(CODE, [{ type: 'text', content: '一' }], fail)).toThrowError('no');
    expect(received).toEqual([]);
    expect((await log.append(CODE, { type: 'text', content: '二' })).seq).toBe(1);
  });

  it('stores exactly as many messages as it was configured to', async () => {
    const log = openLog(':memory:', { ...FOREVER, messagesPerCode: 2 });
    for (const content of ['一', '二', '三']) appendText(log, content);
    appendText(log, '他', OTHER);
    expect(await log.extent(CODE)).toEqual({ firstSeq: 2, lastSeq: 3 });
    expect(await log.extent(OTHER)).toEqual({ firstSeq: 1, lastSeq: 1 });
  });

  it('trims what is too old, and goes on counting', async () => {
    const log = openLog(':memory:', { ...FOREVER, maxAgeMs: 1_000 });
    appendText(log, '一');
    await log.trimOld(Date.now() + 500);
    expect((await log.read(CODE, 0)).length).toBe(1);
    await log.trimOld(Date.now() + 5_000);
    expect(await log.extent(CODE)).toEqual({ firstSeq: 2, lastSeq: 1 });
    expect((await log.append(CODE, { type: 'text', content: '二' })).seq).toBe(2);
  });

  it('trims a great many in turns, and serves others in between', async () => {
    const log = openLog(':memory:', { ...FOREVER, maxAgeMs: 1_000 });
    const texts = Array.from({ length: 800 }, () => ({ type: 'text', content: '猫' }) as const);
    for (const code of [CODE, OTHER, 'third', 'fourth']) log.appendAll(code, texts);
    const counts: number[] = [];
    let turn = setImmediate(function count() {
      counts.push(log.messageCount);
      turn = setImmediate(count);
    });
    await log.trimOld(Date.now() + 5_000);
    clearImmediate(turn);
    expect(new Set([...counts, log.messageCount])).toEqual(new Set([2_200, 1_200, 200, 0]));
  });

  it('trims nothing from the middle where the clock was set back', async () => {
    const log = openLog(':memory:', { ...FOREVER, maxAgeMs: 1_000 });
    const start = Date.now();
    const clock = spyOn(Date, 'now').and.returnValue(start + 10_000);
    appendText(log, '一');
    clock.and.returnValue(start);
    appendText(log, '二');
    clock.and.returnValue(start + 10_000);
    appendText(log, '三');
    await log.trimOld(start + 5_000);
    expect((await log.read(CODE, 0)).map(({ seq }) => seq)).toEqual([3]);
  });

  it('reports the media that nothing refers to any more, and not those of another message', () => {
    const log = openLog(':memory:', { ...FOREVER, messagesPerCode: 2 });
    const [first = '', second = ''] = NAMES;
    appendVideo(log, first);
    appendVideo(log, second);
    appendVideo(log, second, OTHER);
    appendText(log, '三');
    expect(unused).toEqual([first]);
    appendText(log, '四');
    expect(unused).toEqual([first]);
    expect([...log.usedMedia()]).toEqual([second]);
    appendText(log, '五', OTHER);
    appendText(log, '六', OTHER);
    expect(unused).toEqual([first, second]);
  });

  it('counts posters among its media, and addresses elsewhere not', () => {
    const log = openLog();
    const [clip = '', poster = ''] = NAMES;
    const urls = { url: `/media/${clip}`, posterUrl: `/media/${poster}` };
    log.appendAll(CODE, [
      { type: 'video', mimeType: 'video/mp4', ...urls },
      { type: 'image', mimeType: 'image/png', url: 'https://cdn.example/media/x.png' },
    ]);
    expect([...log.usedMedia()].sort()).toEqual([clip, poster]);
  });
});
