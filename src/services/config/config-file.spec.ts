import { TestBed } from '@angular/core/testing';

import { FETCH_TEXT, type FetchText } from '../platform/browser.ts';
import { DEFAULT_CONFIG, WEB_SOCKET_CONFIG, type WebSocketConfig } from './config.ts';
import { ConfigFile } from './config-file.ts';

function load(fetchText: FetchText, applicationConfig: Partial<WebSocketConfig> = {}): Promise<WebSocketConfig> {
  TestBed.configureTestingModule({
    providers: [
      { provide: FETCH_TEXT, useValue: fetchText },
      { provide: WEB_SOCKET_CONFIG, useValue: applicationConfig },
    ],
  });
  return TestBed.inject(ConfigFile).load();
}

function holding(text: string): FetchText {
  return () => Promise.resolve({ isOk: true, text });
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
    });
    expect(warn).not.toHaveBeenCalled();
  });

  it('is read once', async () => {
    const fetchText = jasmine.createSpy<FetchText>().and.callFake(holding('{}'));
    await load(fetchText);
    await TestBed.inject(ConfigFile).load();
    expect(fetchText).toHaveBeenCalledOnceWith('config.json');
  });

  const useless: readonly [string, FetchText][] = [
    ['is absent', () => Promise.resolve({ isOk: false, text: 'Not Found' })],
    ['is a page', holding('<!doctype html>')],
    ['is cut short', holding('{ "baseUrl": "ws://')],
    ['holds a list', holding('[]')],
    ['holds null', holding('null')],
    ['can not be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ];
  for (const [what, fetchText] of useless) {
    it(`costs one warning where it ${what}`, async () => {
      expect(await load(fetchText)).toEqual(DEFAULT_CONFIG);
      expect(warn).toHaveBeenCalledTimes(1);
    });
  }

  it('costs a warning for each wrong entry, and the others hold', async () => {
    const file = holding(
      '{ "baseUrl": 5, "maxReconnectAttempts": -1, "reconnectTimeout": "3s", "stableAfter": 7, "colour": "red",' +
        '"connectTimeout": 3000000000, "reconnectJitter": 1e9 }',
    );
    expect(await load(file)).toEqual({ ...DEFAULT_CONFIG, stableAfter: 7 });
    expect(warn).toHaveBeenCalledTimes(6);
  });
});
