import { TestBed } from '@angular/core/testing';

import { elapse, useFakeClock } from '../testing/index.ts';
import type { WebSocketConfig } from './config/config.ts';
import { withConfigFile } from './features/with-config-file.ts';
import { withPreset } from './features/with-preset.ts';
import { injectWebSocket } from './inject-websocket.ts';
import { FETCH_TEXT, type FetchText, WEB_SOCKET } from './platform/browser.ts';
import { provideWebSocket } from './provide-websocket.ts';
import { BackendBrowser } from './testing/backend-page.ts';
import { silentServer } from './testing/fake-network.ts';
import type { WebSocketService } from './websocket.ts';

describe('the address of a socket', () => {
  let browser: BackendBrowser;

  useFakeClock();
  beforeEach(() => (browser = new BackendBrowser(silentServer)));
  afterEach(() => browser.close());

  async function connect(): Promise<WebSocketService> {
    const service = TestBed.runInInjectionContext(() => injectWebSocket());
    void service.connect();
    await elapse(10);
    return service;
  }

  function open(config: Partial<WebSocketConfig>): Promise<WebSocketService> {
    browser.open(provideWebSocket(config));
    return connect();
  }

  it('stays as it is given, to the letter, with our parameters behind it', async () => {
    const signed = 'wss://a.example/live%20/x?sig=a%20b/c&x&code=theirs';
    const code = (await open({ url: signed })).userCode();
    expect(browser.network.peer.url.href).toBe(`${signed}&code=${code}`);
    const again = (await open({ baseUrl: signed })).userCode();
    expect(browser.network.peer.url.href).toBe(`${signed}&code=${again}`);
  });

  it('is made anew for each attempt, also later, for tokens that expire', async () => {
    const attempts: number[] = [];
    const url = async (attempt: number): Promise<string> => {
      attempts.push(attempt);
      await Promise.resolve();
      if (attempts.length === 2) throw new Error('no token today');
      return `wss://a.example/?token=${attempts.length}`;
    };
    const service = await open({ url });
    browser.network.peer.drop();
    await elapse(3_001);
    await elapse(3_001);
    await elapse(5);
    expect(attempts).toEqual([0, 1, 2]);
    expect(browser.network.peers.map((peer) => peer.url.searchParams.get('token'))).toEqual(['1', '3']);
    expect(service.status()).toBe('connected');
    let endpoint = '';
    service.endpoint$.subscribe((now) => (endpoint = now));
    expect(endpoint).toBe('wss://a.example/');
  });

  for (const nothing of [undefined, null, '', ' ', 7]) {
    it(`is not made by a function that returns ${JSON.stringify(nothing)}: no code goes to the page’s own server`, async () => {
      const service = await open({ url: () => nothing as string });
      expect(browser.network.peers).toEqual([]);
      expect(service.status()).toBe('reconnecting');
    });
  }

  it('is given up at once where the browser takes it from nobody, as `ws:` from a page by `https:`', async () => {
    let asked = 0;
    function refuse(): never {
      asked += 1;
      throw new DOMException('an insecure address from a secure page', 'SecurityError');
    }
    browser.open(provideWebSocket({ url: 'ws://a.example/' }), { provide: WEB_SOCKET, useValue: refuse });
    const service = await connect();
    expect([service.status(), service.connection().problem]).toEqual(['error', 'invalid-url']);
    await elapse(60_000);
    expect(asked).toBe(1);
  });

  it('may not take for ever to be made: the attempt has failed, and another follows', async () => {
    let asked = 0;
    const url = (): Promise<string> => {
      asked += 1;
      return asked === 1 ? new Promise(() => undefined) : Promise.resolve('wss://a.example/');
    };
    const service = await open({ url, connectTimeout: 500 });
    await elapse(500);
    expect(service.status()).toBe('reconnecting');
    await elapse(3_001);
    await elapse(5);
    expect(service.status()).toBe('connected');
  });

  it('has the names of parameters that are said, or none', async () => {
    await open({ url: 'wss://a.example/', queryNames: { code: null, after: null, epoch: null } });
    expect(browser.network.peer.url.href).toBe('wss://a.example/');
  });

  it('is not opened before the file of configuration was read, if nobody else says where the server is', async () => {
    let answer = { status: 503, text: '' };
    const fetchText = jasmine.createSpy<FetchText>().and.callFake(() => Promise.resolve(answer));
    spyOn(console, 'warn');
    browser.open(provideWebSocket({}, ...withPreset(), withConfigFile('config.json')), {
      provide: FETCH_TEXT,
      useValue: fetchText,
    });
    const service = await connect();
    expect(service.status()).toBe('reconnecting');
    answer = { status: 200, text: '<!doctype html><title>Log in to the hotel</title>' };
    await elapse(3_001);
    expect(browser.network.peers).toEqual([]);
    answer = { status: 200, text: '{"baseUrl": "wss://kitten.example/"}' };
    await elapse(3_001);
    await elapse(5);
    expect(service.status()).toBe('connected');
    expect(browser.network.peers.map(({ url }) => url.hostname)).toEqual(['kitten.example']);
    expect(fetchText).toHaveBeenCalledTimes(3);
    browser.network.peer.drop();
    await elapse(3_010);
    expect(fetchText).toHaveBeenCalledTimes(3);
  });

  it('is that of a file which is deployed a moment after the page, from the next connection on', async () => {
    let answer = { status: 404, text: '' };
    spyOn(console, 'warn');
    browser.open(provideWebSocket({}, ...withPreset(), withConfigFile('config.json')), {
      provide: FETCH_TEXT,
      useValue: () => Promise.resolve(answer),
    });
    await connect();
    answer = { status: 200, text: '{"baseUrl": "wss://kitten.example/"}' };
    browser.network.peer.drop();
    await elapse(3_010);
    expect(browser.network.peers.map(({ url }) => url.hostname)).toEqual(['app.example', 'kitten.example']);
  });

  it('is that of the application where the file can not be read', async () => {
    spyOn(console, 'warn');
    const config = { baseUrl: 'wss://kitten.example/' };
    browser.open(provideWebSocket(config, ...withPreset(), withConfigFile('config.json')), {
      provide: FETCH_TEXT,
      useValue: () => Promise.resolve({ status: 503, text: '' }),
    });
    await connect();
    expect(browser.network.peer.url.hostname).toBe('kitten.example');
  });

  it('needs no file where the application asks for none', async () => {
    const fetchText = jasmine.createSpy<FetchText>();
    browser.open(provideWebSocket(), { provide: FETCH_TEXT, useValue: fetchText });
    await connect();
    expect(fetchText).not.toHaveBeenCalled();
  });
});
