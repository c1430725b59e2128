import { randomUUID } from 'node:crypto';
import { DataFolder, type DataFolderOptions } from './storage/data-folder.ts';
import type { Gateway } from './gateway.ts';
import { label, prompt } from './ports/testing/messages.ts';
import { expectRising } from './testing/expect-rising.ts';
import { ReturningClient } from './testing/returning-client.ts';
import { happyScript, type Script, ScriptedEngine, STILL, untilAborted } from '../engines/testing/scripted-engine.ts';
import { Gate } from '../engines/testing/gate.ts';
import { makeTemporaryFolder } from '../engines/testing/temporary-folder.ts';
import { TestClient } from './testing/test-client.ts';
import { startTestGateway, stopTestGateways } from './testing/test-gateway.ts';

/** Gets as far as its poster, and no further. */
const stuck: Script = async function* (_request, signal) {
  yield { kind: 'text', delta: '一只' };
  yield { kind: 'poster', image: STILL };
  yield { kind: 'progress', progress: 0.9, stage: 'encode' };
  await untilAborted(signal);
};

describe('a gateway that is started again on its data', () => {
  let folder: string;
  let client: ReturningClient;

  async function start(script: Script, options?: DataFolderOptions): Promise<Gateway> {
    const storage = await DataFolder.open(folder, options);
    return startTestGateway({ storage, engine: new ScriptedEngine(script) });
  }

  beforeEach(async () => {
    folder = await makeTemporaryFolder();
    client = new ReturningClient(randomUUID());
  });

  afterEach(stopTestGateways);

  it('runs the job that ran then again, which leaves one text, one poster and one clip', async () => {
    const message = prompt('橘猫');
    const first = await start(stuck);
    await client.connect(first);
    client.socket.send(message);
    await client.socket.untilEvent('progress');
    const textId = client.socket.messages.find(({ type }) => type === 'text')?.id;
    await first.close();
    await client.connect(await start(happyScript));
    await client.untilOver([message]);
    expect(client.storyOf(message)).toEqual(['accepted', 'started', 'started', 'text', 'image', 'video', 'completed']);
    expect(client.durable.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(client.durable.flatMap(({ jobId }) => jobId ?? [])).size).toBe(1);
    expect(client.durable.find(({ type }) => type === 'text')?.id).toBe(textId);
  });

  it('tells no progress that goes back, and at once how far the job was, whatever the next run tells', async () => {
    const message = prompt('橘猫');
    const first = await start(stuck);
    await client.connect(first);
    client.socket.send(message);
    await client.socket.untilEvent('progress');
    await first.close();
    const gate = new Gate();
    const second = await start(async function* (_request, signal) {
      await gate.pass();
      yield { kind: 'progress', progress: 0, stage: 'read' };
      yield { kind: 'text', delta: '一只' };
      yield { kind: 'progress', progress: 0.05, stage: 'draw' };
      await untilAborted(signal);
    });
    await client.connect(second);
    expect((await client.socket.untilEvent('progress')).progress).toBe(0.9);
    gate.open();
    await client.socket.until(({ type }) => type === 'text');
    await second.close();
    await client.connect(await start(happyScript));
    await client.untilOver([message]);
    const shares = client.sharesOf(message);
    expectRising(shares);
    expect(new Set(shares)).toEqual(new Set([0.9]));
    expect(shares.length).toBeGreaterThan(2);
  });

  it('knows a prompt that it accepted before', async () => {
    const message = prompt('橘猫');
    const first = await start(happyScript);
    await client.connect(first);
    client.socket.send(message);
    await client.untilOver([message]);
    await first.close();
    await client.connect(await start(happyScript));
    client.socket.send(message);
    const again = await client.socket.untilAnswer(message.id);
    expect(label(again)).toBe('(accepted)');
    expect(again.jobId).toBe(client.durable[0]?.jobId);
    expect(client.storyOf(message).length).toBe(6);
  });

  it('sends a gap where it has trimmed meanwhile, by number and by age, and goes on counting', async () => {
    const code = randomUUID();
    const message = prompt('橘猫');
    const first = await start(happyScript, { retention: { messagesPerCode: 2, maxAgeMs: Infinity } });
    const newcomer = new TestClient(first, { query: { code } });
    const { epoch } = await newcomer.untilEvent('welcome');
    newcomer.send(message);
    await newcomer.untilEvent('completed');
    const back = new TestClient(first, { query: { code, epoch, after: '1' } });
    await back.untilEvent('completed');
    expect(back.messages.slice(0, 2)).toEqual([
      jasmine.objectContaining({ event: 'welcome', recovered: false, lastSeq: 6 }),
      jasmine.objectContaining({ event: 'gap', fromSeq: 5 }),
    ]);
    expect(back.messages.slice(2).map(({ seq }) => seq)).toEqual([5, 6]);
    await first.close();
    const second = await start(happyScript, { retention: { messagesPerCode: 1_000, maxAgeMs: -1_000 } });
    const late = new TestClient(second, { query: { code, epoch, after: '1' } });
    expect(await late.untilEvent('gap')).toEqual(jasmine.objectContaining({ fromSeq: 7 }));
    late.send(prompt('又一只'));
    expect((await late.untilEvent('accepted')).seq).toBe(7);
  });

  it('gives each code its own messages and no other’s', async () => {
    const clients = [client, new ReturningClient(randomUUID())];
    const prompts = clients.map((_, index) => prompt(`第${index}只`));
    const first = await start(happyScript);
    for (const [index, each] of clients.entries()) {
      await each.connect(first);
      each.socket.send(prompts[index]);
      await each.untilOver(prompts.slice(index, index + 1));
    }
    await first.close();
    const second = await start(happyScript);
    for (const [index, each] of clients.entries()) {
      await each.connect(second);
      expect(new Set(each.durable.map(({ replyTo }) => replyTo))).toEqual(new Set([prompts[index]?.id]));
      expect(each.durable.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(each.welcomes.at(-1)?.lastSeq).toBe(6);
    }
  });
});
