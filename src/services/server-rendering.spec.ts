import { createEnvironmentInjector, EnvironmentInjector, PLATFORM_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { flush } from '../testing/index.ts';
import { backendToken } from './backends.ts';
import { provideWebSocket } from './provide-websocket.ts';
import { WebSocketService } from './websocket.ts';

describe('rendering on a server', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [{ provide: PLATFORM_ID, useValue: 'server' }] });
  });

  it('opens no socket, no channel, no database and no lock, stores nothing, and shares no code', async () => {
    const root = TestBed.inject(EnvironmentInjector);
    const socket = spyOn(window, 'WebSocket');
    const channel = spyOn(window, 'BroadcastChannel');
    const database = spyOn(indexedDB, 'open');
    const lock = spyOn(navigator.locks, 'request');
    const fetched = spyOn(window, 'fetch');
    const store = spyOn(Storage.prototype, 'setItem');
    const read = spyOn(Storage.prototype, 'getItem').and.returnValue('0f8fad5b-d9cb-469f-a165-70867728950e');
    const codes = new Set<string>();
    for (let visitor = 0; visitor < 20; visitor++) {
      const page = createEnvironmentInjector([provideWebSocket()], root);
      const service = page.get(WebSocketService);
      codes.add(service.userCode());
      service.send('一只猫');
      await service.connect().catch(() => undefined);
      page.destroy();
    }
    await flush();
    expect(codes.size).toBe(20);
    for (const used of [socket, channel, database, lock, fetched, store, read]) expect(used).not.toHaveBeenCalled();
  });

  it('leaves no timer behind in a thousand renders', () => {
    const root = TestBed.inject(EnvironmentInjector);
    const running = new Set<number>();
    const [start, stop] = [window.setInterval.bind(window), window.clearInterval.bind(window)];
    // What RxJS makes its timers of.
    spyOn(window, 'setInterval').and.callFake(((callback: () => void, delay?: number) => {
      const timer = start(callback, delay);
      running.add(timer);
      return timer;
    }) as typeof setInterval);
    spyOn(window, 'clearInterval').and.callFake((timer?: number) => {
      running.delete(timer ?? 0);
      stop(timer);
    });
    let most = 0;
    for (let render = 0; render < 1_000; render++) {
      const page = createEnvironmentInjector([provideWebSocket('a'), provideWebSocket()], root);
      page.get(WebSocketService).send('一只猫');
      page.get(backendToken('a')).send('一只猫');
      most = Math.max(most, running.size);
      page.destroy();
    }
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(10);
    expect(running.size).toBe(0);
  });
});
