import { randomUUID } from 'node:crypto';
import { loadEngines } from '../engines/index.ts';
import { VideosServer } from '../engines/openai-videos/testing/videos-server.ts';
import { until } from '../testing/index.ts';
import type { SystemMessage } from '../protocol/index.ts';
import { TestClient } from './testing/test-client.ts';
import { startTestGateway, stopTestGateways } from './testing/test-gateway.ts';

describe('a gateway whose engine has two servers, of which one is down', () => {
  let there: VideosServer;
  let client: TestClient;

  beforeEach(async () => {
    const gone = await VideosServer.start();
    const { url } = gone;
    await gone.close();
    there = await VideosServer.start({ statusOf: () => ({ status: 'in_progress', progress: 10 }) });
    const config = { kind: 'openai-videos' as const, url: [url, there.url], pollSeconds: 0.05 };
    const engines = await loadEngines([{ id: 'gpu', config, key: undefined, folder: '.' }]);
    client = new TestClient(await startTestGateway({ engines }), { query: { code: randomUUID() } });
    await client.untilEvent('welcome');
  });

  afterEach(async () => {
    await stopTestGateways();
    await there.close();
  });

  function ask(content: string): string {
    const id = randomUUID();
    client.send({ type: 'text', id, content });
    return id;
  }

  function untilTold(id: string, event: SystemMessage['event']) {
    return client.until((message) => message.type === 'system' && message.replyTo === id && message.event === event);
  }

  it('has a job that finds no place wait in the queue, and begins it when there is one', async () => {
    ask('一只橘猫');
    await until(() => there.starts.length === 1);
    const second = ask('一条狗');
    await untilTold(second, 'queued');
    const isStarted = client.messages.some(
      (message) => message.type === 'system' && message.event === 'started' && message.replyTo === second,
    );
    expect(isStarted).toBeFalse();
    there.options = {};
    await untilTold(second, 'completed');
    expect(there.starts).toEqual(['一只橘猫', '一条狗']);
  });
});
