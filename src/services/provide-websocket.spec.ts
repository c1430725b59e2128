import { ApplicationInitStatus, PLATFORM_ID, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { WEB_SOCKET_CONFIG } from './config/config.ts';
import { provideWebSocket } from './provide-websocket.ts';
import { WebSocketService } from './websocket.ts';

async function start(...providers: readonly Provider[]): Promise<jasmine.Spy> {
  const connect = jasmine.createSpy('connect').and.rejectWith(new Error('refused'));
  TestBed.configureTestingModule({
    providers: [provideWebSocket(), { provide: WebSocketService, useValue: { connect } }, ...providers],
  });
  await TestBed.inject(ApplicationInitStatus).donePromise;
  return connect;
}

describe('provideWebSocket', () => {
  it('connects when the application starts, and a refusal does not stop the start', async () => {
    expect(await start()).toHaveBeenCalledTimes(1);
  });

  it('does not connect while the application is rendered on a server', async () => {
    expect(await start({ provide: PLATFORM_ID, useValue: 'server' })).not.toHaveBeenCalled();
  });

  it("takes the application's configuration", () => {
    TestBed.configureTestingModule({ providers: [provideWebSocket({ maxReconnectAttempts: 2 })] });
    expect(TestBed.inject(WEB_SOCKET_CONFIG)).toEqual({ maxReconnectAttempts: 2 });
  });

  it('throws in development where a value can not be meant', () => {
    expect(() => provideWebSocket({ maxReconnectAttempts: -1 })).toThrowError(/maxReconnectAttempts/);
    expect(() => provideWebSocket({ reconnectTimeout: Number.NaN })).toThrowError(/reconnectTimeout/);
    expect(() => provideWebSocket({ baseUrl: ' ' })).toThrowError(/baseUrl/);
  });
});
