import { randomUUID } from 'node:crypto';
import { EngineRegistry } from '../engines/index.ts';
import { happyScript, ScriptedEngine } from '../engines/testing/scripted-engine.ts';
import type { SceneData } from '../protocol/index.ts';
import type { Gateway } from './gateway.ts';
import { TestClient } from './testing/test-client.ts';
import { startTestGateway, stopTestGateways } from './testing/test-gateway.ts';

const WORDS = { weather: { rain: { zh: '下雨', en: 'rain' } } };
const SUBJECTS = { cat: { zh: '猫', en: 'cat' } };
const STORYBOARD = { id: 'storyboard', name: 'storyboard', isModel: false, scene: WORDS };
const WAN = { id: 'wan', name: '通义万相', isModel: true };

describe('a gateway with an engine that reads scenes', () => {
  let storyboard: ScriptedEngine;
  let wan: ScriptedEngine;
  let client: TestClient;
  let gateway: Gateway;

  beforeEach(async () => {
    storyboard = new ScriptedEngine(async function* ({ prompt, options }) {
      if (prompt === '谢谢') {
        yield { kind: 'text', delta: '不客' };
        yield { kind: 'text', delta: '气！' };
        yield { kind: 'answered' };
        return;
      }
      yield { kind: 'scene', scene: options?.scene ?? { place: prompt === 'sea' ? 'sea' : 'park' } };
      yield* happyScript();
    });
    wan = new ScriptedEngine(happyScript);
    gateway = await startTestGateway({
      engines: new EngineRegistry([
        { profile: STORYBOARD, engine: storyboard, subjects: () => SUBJECTS },
        { profile: WAN, engine: wan },
      ]),
    });
    client = new TestClient(gateway, { query: { code: randomUUID() } });
    await client.untilEvent('welcome');
  });

  afterEach(stopTestGateways);

  it('tells where all its subjects are, which any page may read', async () => {
    const [told, other] = (await client.untilEvent('welcome')).engines ?? [];
    expect(told?.subjects).toBe('/api/engines/storyboard/subjects');
    expect(other?.subjects).toBeUndefined();
    const response = await fetch(gateway.url + (told?.subjects ?? ''));
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toEqual(SUBJECTS);
    expect((await fetch(`${gateway.url}/api/engines/wan/subjects`)).status).toBe(404);
    expect((await fetch(`${gateway.url}/api/engines/constructor/subjects`)).status).toBe(404);
  });

  /** Sends a prompt and waits for the end of its job; resolves with its id. */
  async function ask(content: string, fields: object = {}): Promise<string> {
    const id = randomUUID();
    client.send({ type: 'text', id, content, ...fields });
    await client.until(({ replyTo, ...rest }) => replyTo === id && 'event' in rest && rest.event === 'completed');
    return id;
  }

  const answersTo = (id: string) => client.messages.filter(({ replyTo }) => replyTo === id);
  const textsOf = (id: string) => answersTo(id).flatMap((message) => (message.type === 'text' ? [message] : []));

  it('tells the words of the engine', async () => {
    expect((await client.untilEvent('welcome')).engines).toEqual([
      { ...STORYBOARD, subjects: '/api/engines/storyboard/subjects' },
      WAN,
    ]);
  });

  it('tells what has been read with the first piece of the text, and with the whole that is stored', async () => {
    const [first, second, whole] = textsOf(await ask('公园'));
    expect([first?.scene, second?.scene, whole?.scene]).toEqual([{ place: 'park' }, undefined, { place: 'park' }]);
    expect(first?.seq).toBeUndefined();
    expect(whole?.seq).toBeDefined();
  });

  it('hands a scene on as it is sent, to an engine that takes it and to no other', async () => {
    const scene: SceneData = { subjects: [{ subject: 'cat', count: 2 }], weather: 'snow' };
    const id = await ask('猫', { options: { scene } });
    await ask('猫', { options: { scene, engine: 'wan' } });
    expect(storyboard.requests[0]?.options).toEqual({ scene });
    expect(wan.requests[0]?.options).toEqual({});
    expect(textsOf(id).at(-1)?.scene).toEqual(scene);
  });

  it('hands the newest scene of the conversation on, past what was only said', async () => {
    const sea = await ask('sea');
    const park = await ask('park');
    const thanks = await ask('谢谢', { follows: sea });
    await ask('晚上', { follows: thanks });
    await ask('晚上');
    await ask('晚上', { follows: park, options: { engine: 'wan' } });
    expect(storyboard.requests.slice(3).map(({ before }) => before)).toEqual([{ place: 'sea' }, undefined]);
    expect(wan.requests[0]?.before).toBeUndefined();
  });

  it('completes a job that was no wish for a video, with its text alone', async () => {
    const id = await ask('谢谢');
    const kinds = answersTo(id).map((message) => ('event' in message ? message.event : message.type));
    expect(kinds).toEqual(['accepted', 'started', 'text', 'text', 'text', 'completed']);
    expect(textsOf(id).at(-1)).toEqual(jasmine.objectContaining({ content: '不客气！', seq: jasmine.any(Number) }));
    expect(textsOf(id).at(-1)?.scene).toBeUndefined();
  });
});
