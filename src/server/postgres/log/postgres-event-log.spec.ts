import type { ServerMessage } from '../../../protocol/index.ts';
import { messageText } from '../../messages/envelope.ts';
import type { Bus, MessageDraft, Retention } from '../../ports/index.ts';
import { describeEventLogContract } from '../../ports/testing/index.ts';
import { MemoryBusHub } from '../../testing/memory-bus.ts';
import { migrate } from '../database/migrate.ts';
import { PostgresBus } from '../bus/postgres-bus.ts';
import { openSpecDatabase, usePostgres } from '../testing/use-postgres.ts';
import { PostgresEventLog, type PostgresEventLogOptions } from './postgres-event-log.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';
const OTHER = '5a0c1f0e-0000-4000-8000-00000000000b';
const NAMES = ['a', 'b', 'c'].map((letter) => `${letter.repeat(32)}.mp4`);
const FOREVER: Retention = { messagesPerCode: Infinity, maxAgeMs: Infinity };

function text(content: string): MessageDraft {
  return { type: 'text', content };
}

function video(name: string): MessageDraft {
  return { type: 'video', url: `/media/${name}`, mimeType: 'video/mp4' };
}

/** Resolves once a follower has been given so many messages. */
function collect(log: PostgresEventLog, count: number, code = CODE): Promise<readonly ServerMessage[]> {
  return new Promise((resolve) => {
    const messages: ServerMessage[] = [];
    log.follow(code, (message) => {
      messages.push(message);
      if (messages.length === count) resolve(messages);
    });
  });
}

function contents(messages: readonly ServerMessage[]): readonly (string | undefined)[] {
  return messages.map((message) => (message.type === 'text' ? message.content : undefined));
}

describe('a log on PostgreSQL', () => {
  const postgres = usePostgres();
  const closing: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  /** A log of another process; by default, on a bus that reaches nobody else. */
  async function openLog(options: PostgresEventLogOptions = {}, bus: Bus = new MemoryBusHub().join()) {
    const log = await PostgresEventLog.open(postgres().database, bus, options);
    closing.push(() => log.close());
    return log;
  }

  async function openBus(): Promise<Bus> {
    const bus = await PostgresBus.open(postgres().database);
    closing.push(() => bus.close());
    return bus;
  }

  let logs = 0;
  beforeEach(() => (logs = 0));
  describeEventLogContract('PostgresEventLog', async (messagesPerCode = Infinity) => {
    // A second one is of other data.
    const other = logs++ === 0 ? postgres() : await openSpecDatabase();
    if (other !== postgres()) closing.push(() => other.database.close());
    await migrate(other.database);
    return PostgresEventLog.open(other.database, new MemoryBusHub().join(), {
      retention: { ...FOREVER, messagesPerCode },
    });
  });

  describe('PostgresEventLog', () => {
    it('gives followers what another process appends and publishes, once and in order', async () => {
      const [here, there] = [await openLog({}, await openBus()), await openLog({}, await openBus())];
      const received = collect(here, 40);
      await here.extent(CODE);
      for (let round = 0; round < 20; round++) {
        await there.append(CODE, text(`${round} kept`));
        there.publish(CODE, text(`${round} passing`));
      }
      const messages = await received;
      const durable = messages.filter(({ seq }) => seq !== undefined);
      expect(durable).toEqual([...(await here.read(CODE, 0))]);
      expect(contents(messages)).toEqual(
        Array.from({ length: 20 }, (_, round) => [`${round} kept`, `${round} passing`]).flat(),
      );
    });

    it('gives nothing that a job said in passing after its end', async () => {
      const log = await openLog();
      const received = collect(log, 2);
      const jobId = OTHER;
      await log.append(CODE, { type: 'system', event: 'completed', content: '已完成', jobId });
      log.publish(CODE, { type: 'text', content: 'late', append: true, jobId });
      log.publish(CODE, { type: 'text', content: 'of another', append: true, jobId: CODE });
      expect(contents(await received)).toEqual([undefined, 'of another']);
    });

    it('numbers what many append at once without a gap, and gives each of it to followers everywhere once', async () => {
      const nodes = [await openLog({}, await openBus()), await openLog({}, await openBus())];
      const received = nodes.map((log) => collect(log, 100));
      await Promise.all(nodes.map((log) => log.extent(CODE)));
      const seqs = Array.from({ length: 100 }, (_, index) => index + 1);
      await Promise.all(nodes.flatMap((log) => seqs.slice(50).map((seq) => log.append(CODE, text(`${seq}`)))));
      for (const messages of await Promise.all(received)) expect(messages.map(({ seq }) => seq)).toEqual(seqs);
    });

    it('stores the text that it sends to the letter, whatever is in it', async () => {
      const log = await openLog();
      const received = collect(log, 2);
      await log.extent(CODE);
      for (const content of ['"seq":0}', '喵 \\ "\u0001 $1'])
        await log.append(CODE, { ...text(content), jobId: OTHER });
      const sent = (await received).map(messageText);
      expect((await log.readStored(CODE, 0, 10)).map((each) => each.text)).toEqual(sent);
    });

    it('finds by itself what nobody has told of', async () => {
      const [here, there] = [await openLog({ intervalMs: 20 }), await openLog()];
      const received = collect(here, 2);
      await here.extent(CODE);
      await there.append(CODE, text('一'));
      await there.append(CODE, text('二'));
      expect(contents(await received)).toEqual(['一', '二']);
    });

    it('catches up when the bus says that something was lost', async () => {
      let tellLoss = (): void => undefined;
      const bus: Bus = {
        ...new MemoryBusHub().join(),
        watchLosses: (listener) => {
          tellLoss = listener;
          return () => undefined;
        },
      };
      const [here, there] = [await openLog({ intervalMs: 1e6 }, bus), await openLog()];
      const received = collect(here, 1);
      await here.extent(CODE);
      await there.append(CODE, text('一'));
      tellLoss();
      expect(contents(await received)).toEqual(['一']);
    });

    it('says no extent beyond which a follower would miss something', async () => {
      const [here, there] = [await openLog({ intervalMs: 20 }), await openLog()];
      const received = collect(here, 1);
      const [{ lastSeq }] = await Promise.all([here.extent(CODE), there.append(CODE, text('一'))]);
      if (lastSeq === 0) expect((await received)[0]?.seq).toBe(1);
      else expect(lastSeq).toBe(1);
    });

    it('stores, counts and tells nothing where its transaction is undone', async () => {
      const log = await openLog();
      const received = collect(log, 1);
      const failing = postgres().database.transaction(async (transaction) => {
        await log.appendAll(transaction, CODE, [text('一')]);
        throw new Error('no');
      });
      await expectAsync(failing).toBeRejectedWithError('no');
      expect((await log.append(CODE, text('二'))).seq).toBe(1);
      expect(contents(await received)).toEqual(['二']);
    });

    it('appends once where the connection breaks after the commit', async () => {
      const log = await openLog();
      const { database } = postgres();
      const transact = database.transaction.bind(database);
      let tries = 0;
      spyOn(database, 'transaction').and.callFake(async (work) => {
        const value = await transact(work);
        if (++tries === 1) throw Object.assign(new Error('the connection broke'), { code: 'ECONNRESET' });
        return value;
      });
      expect((await log.append(CODE, text('一'))).seq).toBe(1);
      expect((await log.append(CODE, text('二'))).seq).toBe(2);
      expect(contents(await log.read(CODE, 0))).toEqual(['一', '二']);
    });

    it('gives back the very text that was stored', async () => {
      const log = await openLog();
      const message = await log.append(CODE, text('喵 \u0000 " \\ \ud800 🐱'));
      expect((await log.readStored(CODE, 0, 1))[0]?.text).toBe(JSON.stringify(message));
    });

    it('stores exactly as many messages as it was configured to', async () => {
      const log = await openLog({ retention: { ...FOREVER, messagesPerCode: 2 } });
      for (const content of ['一', '二', '三']) await log.append(CODE, text(content));
      await log.append(OTHER, text('他'));
      expect(await log.extent(CODE)).toEqual({ firstSeq: 2, lastSeq: 3 });
      expect(await log.extent(OTHER)).toEqual({ firstSeq: 1, lastSeq: 1 });
    });

    it('trims what is too old, nothing from the middle where a clock was set back, and goes on counting', async () => {
      const log = await openLog({ retention: { ...FOREVER, maxAgeMs: 1_000 } });
      const start = Date.now();
      const clock = spyOn(Date, 'now').and.returnValue(start + 10_000);
      await log.append(CODE, text('一'));
      clock.and.returnValue(start);
      await log.append(CODE, text('二'));
      clock.and.returnValue(start + 10_000);
      await log.append(CODE, text('三'));
      await log.trimOld(start + 5_000);
      expect((await log.read(CODE, 0)).map(({ seq }) => seq)).toEqual([3]);
      await postgres().database.transaction((transaction) => log.trimAll(transaction, CODE));
      expect(await log.extent(CODE)).toEqual({ firstSeq: 4, lastSeq: 3 });
      expect((await log.append(CODE, text('四'))).seq).toBe(4);
    });

    it('reports the media that nothing refers to any more, and not those of another message', async () => {
      const unused: string[] = [];
      const log = await openLog({
        retention: { ...FOREVER, messagesPerCode: 2 },
        onUnusedMedia: (names) => unused.push(...names),
      });
      const [first = '', second = ''] = NAMES;
      await log.append(CODE, video(first));
      await log.append(CODE, video(second));
      await log.append(OTHER, video(second));
      await log.append(CODE, text('三'));
      expect(unused).toEqual([first]);
      await log.append(CODE, text('四'));
      expect(unused).toEqual([first]);
      expect([...(await log.usedMedia())]).toEqual([second]);
      await log.append(OTHER, text('五'));
      await log.append(OTHER, text('六'));
      expect(unused).toEqual([first, second]);
    });
  });
});
