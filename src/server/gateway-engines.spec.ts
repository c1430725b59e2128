import { randomUUID } from 'node:crypto';
import { EngineFault, EngineRegistry } from '../engines/index.ts';
import { happyScript, ScriptedEngine, untilAborted } from '../engines/testing/scripted-engine.ts';
import { DataFolder } from './storage/data-folder.ts';
import { label, prompt } from './ports/testing/messages.ts';
import { makeTemporaryFolder } from '../engines/testing/temporary-folder.ts';
import { TestClient } from './testing/test-client.ts';
import { startTestGateway, stopTestGateways } from './testing/test-gateway.ts';

const WAN = {
  id: 'wan',
  name: '通义万相',
  isModel: true,
  model: 'wan2.6-t2v',
  seconds: [5, 10],
  sizes: ['1280x720', '720x1280'],
  images: 0,
  price: { amount: 0.6, currency: 'CNY', per: 'second' },
} as const;
const STORYBOARD = { id: 'storyboard', name: 'storyboard', isModel: false };

describe('a gateway with several engines', () => {
  let wan: ScriptedEngine;
  let client: TestClient;

  beforeEach(async () => {
    wan = new ScriptedEngine(async function* ({ prompt }, signal) {
      if (prompt === '欠费') throw new EngineFault('engine_no_credit', { detail: 'balance: 0.00' });
      if (prompt === '等') await untilAborted(signal);
      yield* happyScript();
    });
    const engines = new EngineRegistry([
      { profile: WAN, engine: wan },
      { profile: STORYBOARD, engine: new ScriptedEngine(happyScript) },
    ]);
    const gateway = await startTestGateway({ engines });
    client = new TestClient(gateway, { query: { code: randomUUID() } });
    await client.untilEvent('welcome');
  });

  afterEach(stopTestGateways);

  function send(content: string, options: object): string {
    const id = randomUUID();
    client.send({ type: 'text', id, content, options });
    return id;
  }

  async function lastMessageOf(id: string) {
    return client.until(({ type, replyTo, ...rest }) => {
      const isEnd = type === 'error' || ('event' in rest && ['completed', 'cancelled'].includes(rest.event));
      return replyTo === id && isEnd;
    });
  }

  it('tells what each can do, the default first', async () => {
    const welcome = await client.untilEvent('welcome');
    expect(welcome.engine).toEqual({ name: '通义万相', isModel: true });
    expect(welcome.engines).toEqual([WAN, STORYBOARD]);
  });

  it('says what a clip is made with: as it was asked for, then as the engine took it', async () => {
    const id = send('橘猫', { engine: 'wan', seconds: 4, size: '640x360', seed: 7 });
    await lastMessageOf(id);
    const [accepted, video] = ['accepted', 'video'].map((name) => client.messages.find((each) => label(each) === name));
    const engine = { id: 'wan', name: '通义万相', isModel: true, model: 'wan2.6-t2v', price: WAN.price };
    expect(accepted).toEqual(
      jasmine.objectContaining({ madeWith: { ...engine, options: { seconds: 4, size: '640x360', seed: 7 } } }),
    );
    const taken = { seconds: 5, size: '1280x720', seed: 7 };
    expect(video).toEqual(jasmine.objectContaining({ madeWith: { ...engine, options: taken } }));
    expect(wan.requests.map(({ options }) => options)).toEqual([taken]);
  });

  it('runs jobs of one engine while another’s wait', async () => {
    const stuck = send('等', { engine: 'wan' });
    const next = send('橘猫', { engine: 'wan' });
    const other = send('橘猫', { engine: 'storyboard' });
    expect(label(await lastMessageOf(other))).toBe('completed');
    expect(client.messages.some(({ replyTo, ...rest }) => replyTo === next && 'position' in rest)).toBeTrue();
    client.send({ type: 'cancel', replyTo: stuck });
    expect(label(await lastMessageOf(next))).toBe('completed');
  });

  it('refuses an engine that it does not have, and starts no job', async () => {
    const answer = await lastMessageOf(send('橘猫', { engine: 'best' }));
    expect(answer).toEqual(jasmine.objectContaining({ type: 'error', code: 'engine_unknown', retryable: false }));
    expect(answer.jobId).toBeUndefined();
    expect(wan.requests).toEqual([]);
  });

  it('tells a fault by its cause, with what the engine said', async () => {
    const answer = await lastMessageOf(send('欠费', { engine: 'wan' }));
    expect(answer).toEqual(
      jasmine.objectContaining({ code: 'engine_no_credit', detail: 'balance: 0.00', retryable: false }),
    );
    expect(answer).toEqual(jasmine.objectContaining({ content: jasmine.stringContaining('额度') }));
  });

  it('makes a clip by the engine that it was accepted for, after a restart with another default too', async () => {
    const folder = await makeTemporaryFolder();
    const storyboard = new ScriptedEngine(happyScript);
    const offers = [
      { profile: WAN, engine: wan },
      { profile: STORYBOARD, engine: storyboard },
    ] as const;
    const code = randomUUID();
    const first = await startTestGateway({
      storage: await DataFolder.open(folder),
      engines: new EngineRegistry([...offers]),
    });
    client = new TestClient(first, { query: { code } });
    await client.untilEvent('welcome');
    client.send(prompt('等'));
    await client.untilEvent('started');
    await first.close();
    const [one, other] = offers;
    const second = await startTestGateway({
      storage: await DataFolder.open(folder),
      engines: new EngineRegistry([other, { ...one, engine: new ScriptedEngine(happyScript) }]),
    });
    client = new TestClient(second, { query: { code } });
    const video = await client.until(({ type }) => type === 'video');
    expect(video).toEqual(jasmine.objectContaining({ madeWith: jasmine.objectContaining({ id: 'wan' }) }));
    expect(storyboard.requests).toEqual([]);
  });
});
