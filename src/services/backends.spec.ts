import { createEnvironmentInjector, EnvironmentInjector, type EnvironmentProviders } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NEVER } from 'rxjs';

import { useFakeClock } from '../testing/index.ts';
import { injectWebSocket } from './inject-websocket.ts';
import {
  FETCH_TEXT,
  LOCAL_STORAGE,
  OPEN_CHANNEL,
  PAGE_URL,
  STORAGE_CHANGES,
  type TextStorage,
  WEB_SOCKET,
} from './platform/browser.ts';
import { provideWebSocket } from './provide-websocket.ts';
import { FakeGateway } from './testing/fake-gateway.ts';
import { FakeNetwork, type FakeServer } from './testing/fake-network.ts';
import { memoryStorage } from './testing/memory-storage.ts';
import { elapse } from './testing/service-harness.ts';
import { WebSocketService } from './websocket.ts';

const A = { baseUrl: 'wss://a.example/socket' };
const B = { baseUrl: 'wss://b.example/socket' };

describe('several backends', () => {
  const a = new FakeGateway();
  const b = new FakeGateway();
  const server: FakeServer = (peer) => (peer.url.hostname === 'a.example' ? a : b).server(peer);
  let network: FakeNetwork;
  let storage: TextStorage & { readonly keys: () => readonly string[] };
  let channels: string[];

  useFakeClock();
  beforeEach(() => {
    network = new FakeNetwork(server);
    const texts = memoryStorage();
    const keys = new Set<string>();
    storage = {
      getItem: (key) => texts.getItem(key),
      setItem: (key, value) => {
        keys.add(key);
        texts.setItem(key, value);
      },
      keys: () => [...keys],
    };
    channels = [];
  });
  afterEach(() => TestBed.resetTestingModule());

  function open(...providers: readonly EnvironmentProviders[]): EnvironmentInjector {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        { provide: WEB_SOCKET, useValue: network.WebSocketCtor },
        { provide: FETCH_TEXT, useValue: () => Promise.resolve({ isOk: true, text: '{}' }) },
        { provide: LOCAL_STORAGE, useValue: () => storage },
        { provide: STORAGE_CHANGES, useValue: NEVER },
        { provide: PAGE_URL, useValue: 'https://app.example/' },
        {
          provide: OPEN_CHANNEL,
          useValue: (name: string) => {
            channels.push(name);
            return null;
          },
        },
        ...providers,
      ],
    });
    return TestBed.inject(EnvironmentInjector);
  }

  function backend(name?: string): WebSocketService {
    return TestBed.runInInjectionContext(() => injectWebSocket(name));
  }

  it('have each a connection, a user code, a log position and channels of their own', async () => {
    open(provideWebSocket('a', A), provideWebSocket('b', B), provideWebSocket());
    const codes = new Set<string>();
    for (const name of ['a', 'b', undefined]) {
      const service = backend(name);
      service.userCode$.subscribe((code) => codes.add(code));
      service.connect().catch(() => undefined);
    }
    await elapse(10);
    expect(network.peers.map(({ url }) => url.hostname)).toEqual(['a.example', 'b.example', 'app.example']);
    expect(codes.size).toBe(3);
    expect(new Set(network.peers.map(({ url }) => url.searchParams.get('code')))).toEqual(codes);
    expect([...storage.keys()].sort()).toEqual(
      ['ask-kitten.', 'ask-kitten.a.', 'ask-kitten.b.']
        .flatMap((prefix) => [`${prefix}log`, `${prefix}user-code`])
        .sort(),
    );
    expect(channels).toEqual(['ask-kitten.a.cancel', 'ask-kitten.b.cancel', 'ask-kitten.cancel']);
  });

  it('are the same one wherever they are injected', () => {
    open(provideWebSocket('a', A));
    expect(backend('a')).toBe(backend('a'));
  });

  it('have at a route a connection and a namespace of their own, and connect when it is entered', async () => {
    const root = open(provideWebSocket(A));
    const route = createEnvironmentInjector([provideWebSocket({ baseUrl: `${B.baseUrl}?signature=1` })], root);
    expect(route.get(WebSocketService)).not.toBe(backend());
    await elapse(10);
    expect(network.peers.map(({ url }) => url.hostname)).toEqual(['b.example']);
    expect(storage.keys()).toContain('ask-kitten.at wss://b.example/socket.user-code');
    expect(storage.keys()).toContain('ask-kitten.user-code');
    route.destroy();
    await elapse(10);
    expect(network.peer.isOpen).toBeFalse();
  });

  it('say what to provide where there is none', () => {
    open(provideWebSocket('a', A));
    expect(() => backend('c')).toThrowError(/provideWebSocket\('c'/);
  });

  it('refuse one name for two, at a route too', () => {
    expect(() => open(provideWebSocket('a', A), provideWebSocket('a', B))).toThrowError(/'a'.*twice/);
    const root = open(provideWebSocket('a', A));
    expect(() => createEnvironmentInjector([provideWebSocket('a', B)], root)).toThrowError(/twice/);
    expect(() => provideWebSocket(' ')).toThrowError(/name/);
  });

  it('end with the application', async () => {
    open(provideWebSocket('a', A));
    backend('a')
      .connect()
      .catch(() => undefined);
    await elapse(10);
    TestBed.resetTestingModule();
    await elapse(10);
    expect(network.peer.isOpen).toBeFalse();
  });

  it('take a name again once it is free', () => {
    const root = open();
    createEnvironmentInjector([provideWebSocket('a', A)], root).destroy();
    expect(() => createEnvironmentInjector([provideWebSocket('a', A)], root)).not.toThrow();
  });
});
