import { TestBed } from '@angular/core/testing';

import { withConfigFile } from '../features/with-config-file.ts';
import { FETCH_TEXT, type FetchText } from '../platform/browser.ts';
import { DEFAULT_CONFIG, WEB_SOCKET_CONFIG, type WebSocketConfig } from './config.ts';
import { ConfigFile } from './config-file.ts';
import type { LoadedConfig } from './config-source.ts';

function open(fetchText: FetchText, applicationConfig: Partial<WebSocketConfig> = {}): ConfigFile {
  TestBed.configureTestingModule({
    providers: [
      withConfigFile('config.json').providers,
      { provide: FETCH_TEXT, useValue: fetchText },
      { provide: WEB_SOCKET_CONFIG, useValue: applicationConfig },
    ],
  });
  return TestBed.inject(ConfigFile);
}

function load(fetchText: FetchText, applicationConfig: Partial<WebSocketConfig> = {}): Promise<LoadedConfig> {
  return open(fetchText, applicationConfig).load();
}

function holding(text: string): FetchText {
  return () => Promise.resolve({ status: 200, text });
}

describe('ConfigFile', () => {
  let warn: jasmine.Spy;
  beforeEach(() => (warn = spyOn(console, 'warn')));

  it('comes before what the application decides, which comes before the defaults', async () => {
    const file = holding('{ "baseUrl": "wss://file.example/", "reconnectTimeout": 10 }');
    const config = await load(file, { baseUrl: 'wss://app.example/', maxReconnectAttempts: 2 });
    expect(config).toEqual({
      ...DEFAULT_CONFIG,
      baseUrl: 'wss://file.example/',
      reconnectTimeout: 10,
      maxReconnectAttempts: 2,
      hasChosenServer: true,
      isFinal: true,
    });
    expect(warn).not.toHaveBeenCalled();
  });

  it('is read once', async () => {
    const fetchText = jasmine.createSpy<FetchText>().and.callFake(holding('{}'));
    await load(fetchText);
    await TestBed.inject(ConfigFile).load();
    expect(fetchText).toHaveBeenCalledOnceWith('config.json');
  });

  const absent: readonly [string, FetchText][] = [
    ['is absent', () => Promise.resolve({ status: 404, text: 'Not Found' })],
    ['holds a list', holding('[]')],
    ['holds null', holding('null')],
    ['is of another program', holding('{ "apiUrl": "https://api.example/", "stableAfter": 5, "baseUrl": "/v1" }')],
  ];
  for (const [what, fetchText] of absent) {
    it(`costs one warning, and is asked for again, where it ${what}`, async () => {
      let isThere = false;
      const file = open((address) => (isThere ? holding('{"stableAfter": 7}')(address) : fetchText(address)));
      for (let turn = 0; turn < 2; turn++) {
        expect(await file.load()).toEqual({ ...DEFAULT_CONFIG, hasChosenServer: true, isFinal: false });
      }
      expect(warn).toHaveBeenCalledTimes(1);
      // It may be deployed a moment later.
      isThere = true;
      expect(await file.load()).toEqual({ ...DEFAULT_CONFIG, stableAfter: 7, hasChosenServer: true, isFinal: true });
    });
  }

  const unreadable: readonly [string, FetchText][] = [
    ['is a page, of a hotel', holding('<!doctype html>')],
    ['is cut short', holding('{ "baseUrl": "ws://')],
    ['is answered with a 503', () => Promise.resolve({ status: 503, text: '' })],
    ['can not be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ];
  for (const [what, fetchText] of unreadable) {
    it(`names no server and is asked for again where it ${what}, and warns once`, async () => {
      let isThere = false;
      const file = open((address) => (isThere ? holding('{"stableAfter": 7}')(address) : fetchText(address)));
      for (let turn = 0; turn < 2; turn++) {
        expect(await file.load()).toEqual({ ...DEFAULT_CONFIG, hasChosenServer: false, isFinal: false });
      }
      expect(warn).toHaveBeenCalledTimes(1);
      isThere = true;
      expect(await file.load()).toEqual({ ...DEFAULT_CONFIG, stableAfter: 7, hasChosenServer: true, isFinal: true });
    });

    it(`leaves it to the application, which names a server, where it ${what}`, async () => {
      const { hasChosenServer, baseUrl } = await load(fetchText, { baseUrl: 'wss://app.example/' });
      expect([hasChosenServer, baseUrl]).toEqual([true, 'wss://app.example/']);
    });
  }

  it('costs a warning for each wrong entry, and the others hold, as near as what can be meant is', async () => {
    const file = holding(
      '{ "baseUrl": 5, "maxReconnectAttempts": -1, "reconnectTimeout": "3s", "stableAfter": 7,' +
        '"connectTimeout": 3000000000, "reconnectJitter": 1e9 }',
    );
    expect(await load(file)).toEqual({
      ...DEFAULT_CONFIG,
      maxReconnectAttempts: 0,
      stableAfter: 7,
      connectTimeout: 86_400_000,
      reconnectJitter: 10,
      hasChosenServer: true,
      isFinal: true,
    });
    expect(warn).toHaveBeenCalledTimes(5);
  });

  it('takes nothing from the file of another program, and says by which names it is one', async () => {
    const file = holding('{ "apiUrl": "/api", "baseUrl": "https://api.example/v1", "connectTimeout": 5 }');
    const { baseUrl, connectTimeout } = await load(file, { baseUrl: 'wss://app.example/' });
    expect([baseUrl, connectTimeout]).toEqual(['wss://app.example/', DEFAULT_CONFIG.connectTimeout]);
    expect(warn.calls.allArgs()).toEqual([[jasmine.stringContaining('"apiUrl"')]]);
  });

  it('is ours beside names of another program where it has the address of a WebSocket', async () => {
    const file = holding('{ "apiUrl": "https://api.example/", "baseUrl": "wss://file.example/", "stableAfter": 7 }');
    const { baseUrl, stableAfter } = await load(file);
    expect([baseUrl, stableAfter]).toEqual(['wss://file.example/', 7]);
    expect(warn.calls.allArgs()).toEqual([[jasmine.stringContaining('"apiUrl"')]]);
  });

  it('does not say under which names the browser stores what belongs to the application', async () => {
    expect((await load(holding('{ "storagePrefix": "other" }'))).storagePrefix).toBe('ask-kitten');
  });

  it('comes before an address that the application makes', async () => {
    const { url, baseUrl } = await load(holding('{ "baseUrl": "wss://file.example/" }'), { url: () => 'wss://app/' });
    expect([url, baseUrl]).toEqual([undefined, 'wss://file.example/']);
  });
});
