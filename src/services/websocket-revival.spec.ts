import { TestBed } from '@angular/core/testing';

import { elapse, useFakeClock } from '../testing/index.ts';
import { WebSocketStatus } from './socket/status.ts';
import { FakeGateway } from './testing/fake-gateway.ts';
import type { FakeServer } from './testing/fake-network.ts';
import { collect, ServiceHarness } from './testing/service-harness.ts';

const refuse: FakeServer = (peer) => peer.refuse();

const full: FakeServer = (peer) => {
  peer.accept();
  peer.close(4429, 'too many sockets');
};

/** A page that has used up its attempts, before a server that is back by now. */
async function exhausted(server = refuse): Promise<ServiceHarness> {
  const harness = new ServiceHarness(server, { maxReconnectAttempts: 1 });
  await harness.connect();
  await elapse(15_001);
  await elapse(5);
  expect(harness.status).toBe(WebSocketStatus.ERROR);
  harness.network.server = new FakeGateway().server;
  return harness;
}

describe('WebSocketService, after the last attempt', () => {
  useFakeClock();
  afterEach(() => TestBed.resetTestingModule());

  const reasons: Readonly<Record<string, (harness: ServiceHarness) => unknown>> = {
    'the page is looked at again': ({ pageReturned }) => pageReturned.next(),
    'the network is back': ({ online }) => {
      online.next(false);
      online.next(true);
    },
    'a prompt is sent': ({ service }) => service.send('一只猫'),
    'a job is to be stopped': ({ service }) => service.cancel('id'),
    'a person asks for it': ({ service }) => void service.connect(),
    'a minute has passed': () => elapse(60_000),
  };
  for (const [reason, happens] of Object.entries(reasons)) {
    it(`connects when ${reason}`, async () => {
      const harness = await exhausted();
      await happens(harness);
      await elapse(5);
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
      expect(collect(harness.service.errorMessage$)).toEqual([null]);
    });
  }

  it('has all its attempts again when something speaks for it', async () => {
    const harness = await exhausted();
    harness.network.server = refuse;
    harness.pageReturned.next();
    await elapse(5);
    expect(harness.status).toBe(WebSocketStatus.RECONNECTING);
  });

  it('says nothing of what it tries in the background until that succeeds, once a minute', async () => {
    const harness = await exhausted();
    harness.network.server = refuse;
    const { length } = harness.network.peers;
    const statuses = collect(harness.service.status$);
    for (let minute = 0; minute < 3; minute++) {
      await elapse(60_000);
      await elapse(5);
    }
    expect(harness.network.peers.length).toBe(length + 3);
    expect(statuses).toEqual([WebSocketStatus.ERROR]);
  });

  it('stays away once it has been disconnected', async () => {
    const harness = await exhausted();
    harness.service.disconnect();
    const { length } = harness.network.peers;
    harness.pageReturned.next();
    harness.service.send('一只猫');
    await elapse(60_001);
    expect(harness.network.peers.length).toBe(length);
    expect(harness.status).toBe(WebSocketStatus.DISCONNECTED);
  });

  it('is not tried again by itself where a try could not help', async () => {
    const harness = new ServiceHarness((peer) => {
      peer.accept();
      peer.close(4401);
    });
    await harness.connect();
    harness.pageReturned.next();
    harness.service.send('一只猫');
    await elapse(60_001);
    expect(harness.network.peers.length).toBe(1);
  });

  it('names a server that has too many connections of this code, and tries again when looked at', async () => {
    const harness = new ServiceHarness(full, { maxReconnectAttempts: 1 });
    const texts = collect(harness.service.errorMessage$);
    await harness.connect();
    expect(texts.at(-1)).toContain('连接或消息太多');
    await elapse(15_001);
    await elapse(5);
    expect(collect(harness.service.connection$)[0]?.problem).toBe('too-many');
    expect(texts.at(-1)).toContain('连接或消息太多');
    harness.network.server = new FakeGateway().server;
    harness.pageReturned.next();
    await elapse(5);
    expect(harness.status).toBe(WebSocketStatus.CONNECTED);
  });
});

describe('WebSocketService, where the browser believes to have no network', () => {
  useFakeClock();
  afterEach(() => TestBed.resetTestingModule());

  async function offline(): Promise<ServiceHarness> {
    const harness = new ServiceHarness(new FakeGateway().server);
    await harness.connect();
    harness.online.next(false);
    harness.network.peer.drop();
    await elapse(10_000);
    expect(harness.status).toBe(WebSocketStatus.RECONNECTING);
    return harness;
  }

  it('tries what a person presses', async () => {
    const harness = await offline();
    await harness.connect();
    expect(harness.status).toBe(WebSocketStatus.CONNECTED);
  });

  it('tries slowly by itself', async () => {
    const harness = await offline();
    await elapse(50_001);
    await elapse(5);
    expect(harness.status).toBe(WebSocketStatus.CONNECTED);
  });
});

describe('WebSocketService, where a server asks its clients to come back one by one', () => {
  useFakeClock();
  afterEach(() => TestBed.resetTestingModule());

  it('waits longer by chance, by up to that much', async () => {
    spyOn(Math, 'random').and.returnValue(0.5);
    const gateway = new FakeGateway();
    gateway.reconnectJitterMs = 2_000;
    const harness = new ServiceHarness(gateway.server);
    await harness.connect();
    harness.network.peer.close(1012);
    await elapse(3_500);
    expect(harness.network.peers.length).toBe(1);
    await elapse(501);
    expect(harness.network.peers.length).toBe(2);
  });
});
