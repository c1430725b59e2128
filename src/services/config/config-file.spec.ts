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
  ];
  for (const [what, fetchText] of absent) {
    it(`costs one warning where it ${what}`, async () => {
      expect(await load(fetchText)).toEqual({ ...DEFAULT_CONFIG, hasChosenServer: true, isFinal: true });
      expect(warn).toHaveBeenCalledTimes(1);
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
      '{ "baseUrl": 5, "maxReconnectAttempts": -1, "reconnectTimeout": "3s", "stableAfter": 7, "colour": "red",' +
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
    expect(warn).toHaveBeenCalledTimes(6);
  });

  it('takes no address from the file of another program, with names of its own', async () => {
    const file = holding('{ "apiUrl": "https://api.example/", "baseUrl": "https://api.example/v1" }');
    expect((await load(file, { baseUrl: 'wss://app.example/' })).baseUrl).toBe('wss://app.example/');
  });

  it('takes the address of a WebSocket beside names of another program', async () => {
    const file = holding('{ "apiUrl": "https://api.example/", "baseUrl": "wss://file.example/" }');
    expect((await load(file)).baseUrl).toBe('wss://file.example/');
  });

  it('comes before an address that the application makes', async () => {
    const { url, baseUrl } = await load(holding('{ "baseUrl": "wss://file.example/" }'), { url: () => 'wss://app/' });
    expect([url, baseUrl]).toEqual([undefined, 'wss://file.example/']);
  });
});
