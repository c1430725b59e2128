import { TestBed } from '@angular/core/testing';
import { timer } from 'rxjs';

import { elapse, useFakeClock } from '../testing/index.ts';
import { WebSocketStatus } from './socket/status.ts';
import { FakeGateway } from './testing/fake-gateway.ts';
import { type FakeServer, silentServer } from './testing/fake-network.ts';
import { collect, type FakeBrowser, newBrowser, ServiceHarness } from './testing/service-harness.ts';

/** A basic server that has something to say as soon as it is connected to. */
const talkingServer: FakeServer = (peer) => {
  peer.accept();
  peer.send('{"type":"text","content":"你好"}');
};

/** Greets as the gateway does, but only after a while. */
function slowServer(gateway: FakeGateway, delay: number): FakeServer {
  return (peer) => {
    peer.accept();
    timer(delay).subscribe(() => gateway.server(peer));
  };
}

/** A page in a browser that a gateway has greeted. */
async function greetedBrowser(gateway = new FakeGateway()): Promise<FakeBrowser> {
  const browser = newBrowser();
  const page = new ServiceHarness(gateway.server, {}, browser);
  await page.connect();
  page.leave();
  return browser;
}

async function elapseSeconds(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) await elapse(1_000);
}

describe('WebSocketService, at an address that has greeted before', () => {
  useFakeClock();
  afterEach(() => TestBed.resetTestingModule());

  it('gives a slow greeting twice the time at each further try', async () => {
    const gateway = new FakeGateway();
    const browser = await greetedBrowser(gateway);
    const harness = new ServiceHarness(slowServer(gateway, 2_600), {}, browser);
    const id = harness.service.send('一只猫');
    await harness.connect();
    await elapseSeconds(9);
    expect(harness.status).toBe(WebSocketStatus.CONNECTED);
    expect(harness.network.peers.length).toBe(2);
    expect(gateway.prompts).toEqual([id]);
  });

  it('waits from the first as long as is configured', async () => {
    const gateway = new FakeGateway();
    const browser = await greetedBrowser(gateway);
    const harness = new ServiceHarness(slowServer(gateway, 2_600), { greetingTimeout: 3_000 }, browser);
    await harness.connect();
    await elapseSeconds(9);
    expect(harness.network.peers.length).toBe(1);
  });

  it('takes a first message that is no welcome for life: a basic server', async () => {
    const browser = await greetedBrowser();
    const harness = new ServiceHarness(talkingServer, {}, browser);
    const texts = collect(harness.service.text$);
    const id = harness.service.send('一只猫');
    await harness.connect();
    await elapseSeconds(60);
    expect(harness.network.peers.length).toBe(1);
    expect(texts.map(({ content }) => content)).toEqual(['你好']);
    expect(collect(harness.service.delivery$(id)).at(-1)).toEqual({ state: 'sent' });
  });

  it('forgets that it has, where every try was open and silent: a fresh start meets a basic server', async () => {
    const browser = await greetedBrowser();
    const harness = new ServiceHarness(silentServer, {}, browser);
    await harness.connect();
    await elapseSeconds(2 + 4 + 8 + 16 + 30 + 30 + 6 * 3);
    expect(harness.status).toBe(WebSocketStatus.ERROR);
    await harness.connect();
    await elapseSeconds(10);
    expect(harness.status).toBe(WebSocketStatus.CONNECTED);
    harness.leave();
    const next = new ServiceHarness(silentServer, {}, browser);
    const id = next.service.send('一只猫');
    await next.connect();
    await elapseSeconds(3);
    expect(next.network.peers.length).toBe(1);
    expect(collect(next.service.delivery$(id)).at(-1)).toEqual({ state: 'sent' });
  });

  it('does not forget it where some tries failed otherwise', async () => {
    const browser = await greetedBrowser();
    const harness = new ServiceHarness(silentServer, { maxReconnectAttempts: 1 }, browser);
    await harness.connect();
    harness.network.peer.drop();
    await elapseSeconds(6);
    expect(harness.status).toBe(WebSocketStatus.ERROR);
    harness.network.server = silentServer;
    await harness.connect();
    await elapse(3_999);
    expect(harness.status).not.toBe(WebSocketStatus.CONNECTED);
  });

  it('forgets it with a new code', async () => {
    const browser = await greetedBrowser();
    const harness = new ServiceHarness(silentServer, {}, browser);
    await harness.connect();
    harness.service.refreshUserCode();
    await elapseSeconds(30);
    expect(harness.network.peers.length).toBe(2);
    expect(harness.status).toBe(WebSocketStatus.CONNECTED);
  });

  it('knows a full server again that greets after all', async () => {
    const gateway = new FakeGateway();
    const browser = await greetedBrowser(gateway);
    const harness = new ServiceHarness(silentServer, { maxReconnectAttempts: 0 }, browser);
    await harness.connect();
    await elapseSeconds(3);
    expect(harness.status).toBe(WebSocketStatus.ERROR);
    harness.network.server = gateway.server;
    await harness.connect();
    await elapse(10);
    harness.network.server = silentServer;
    harness.network.peer.drop();
    await elapseSeconds(6);
    expect(harness.status).toBe(WebSocketStatus.ERROR);
  });

  it('takes a keep-alive for life, and shows it to nobody', async () => {
    const browser = await greetedBrowser();
    const keepAlives = [
      'ping',
      '{"type":"heartbeat"}',
      '{"type":"heartbeat"}',
      '{"type":"system","event":"Ping"}',
      '{"ping":1796013977822}',
      '{"ping":1796013980822}',
      '',
      '\r\n',
      new ArrayBuffer(0),
      new TextEncoder().encode('ping').buffer,
    ];
    const harness = new ServiceHarness(
      (peer) => {
        peer.accept();
        for (const keepAlive of keepAlives) peer.send(keepAlive);
      },
      {},
      browser,
    );
    const messages = collect(harness.service.messages$);
    await harness.connect();
    await elapseSeconds(60);
    expect(harness.network.peers.length).toBe(1);
    expect(messages).toEqual([]);
    harness.network.peer.send('{"type":"system","event":"ping","content":"有人在吗"}');
    expect(messages.map(({ type }) => type)).toEqual(['system']);
  });

  it('takes two texts of one id for two messages, but not from a server that has greeted', async () => {
    const gateway = new FakeGateway();
    const basic = new ServiceHarness((peer) => {
      talkingServer(peer);
      for (let times = 0; times < 2; times++) peer.send('{"type":"text","id":"1","content":"再见"}');
    });
    const idsOf = ({ service }: ServiceHarness): string[] => {
      const ids: string[] = [];
      service.text$.subscribe(({ id }) => ids.push(id));
      return ids;
    };
    const ofBasic = idsOf(basic);
    await basic.connect();
    expect(new Set(ofBasic).size).toBe(3);
    basic.leave();
    const full = new ServiceHarness(gateway.server);
    const ofFull = idsOf(full);
    await full.connect();
    for (let times = 0; times < 2; times++) gateway.publish({ type: 'text', id: '1', content: '你好' });
    expect(ofFull).toEqual(['1', '1']);
  });

  it('takes texts of one id for two messages where a basic server counts anew with each socket', async () => {
    const harness = new ServiceHarness((peer) => {
      peer.accept();
      peer.send(JSON.stringify({ type: 'text', id: '1', content: `第${harness.network.peers.length}次` }));
    });
    const texts = collect(harness.service.text$);
    await harness.connect();
    harness.network.peer.drop();
    await elapseSeconds(4);
    expect(texts.map(({ content }) => content)).toEqual(['第1次', '第2次']);
    expect(new Set(texts.map(({ id }) => id)).size).toBe(2);
  });

  it('shows what is not named as one', async () => {
    const harness = new ServiceHarness(
      (peer) => {
        peer.accept();
        peer.send('ping');
        peer.send('{"type":"beat"}');
      },
      { keepAlives: ['beat'] },
    );
    const messages = collect(harness.service.messages$);
    await harness.connect();
    expect(messages.map(({ type }) => type)).toEqual(['text']);
  });
});
