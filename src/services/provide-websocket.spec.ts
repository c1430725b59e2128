import { Component, type EnvironmentProviders, PLATFORM_ID, provideAppInitializer, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { bootstrapApplication } from '@angular/platform-browser';

import { WEB_SOCKET_CONFIG } from './config/config.ts';
import { injectWebSocket } from './inject-websocket.ts';
import { provideWebSocket } from './provide-websocket.ts';
import { inProduction } from './testing/in-production.ts';
import { WebSocketService } from './websocket.ts';

/** What happens while an application starts, in order. */
const steps: string[] = [];

@Component({ selector: 'kitten-root', template: '' })
class Root {
  constructor() {
    steps.push('component');
  }
}

/** Starts an application and ends it again. */
async function start(...providers: readonly (Provider | EnvironmentProviders)[]): Promise<void> {
  steps.length = 0;
  const element = document.body.appendChild(document.createElement('kitten-root'));
  const connect = (): Promise<void> => {
    steps.push('connect');
    return Promise.reject(new Error('refused'));
  };
  const application = await bootstrapApplication(Root, {
    providers: [provideWebSocket(), { provide: WebSocketService, useValue: { connect } }, ...providers],
  });
  application.destroy();
  element.remove();
}

describe('provideWebSocket', () => {
  it('connects when the application starts, and a refusal does not stop the start', async () => {
    await start();
    expect(steps).toEqual(['component', 'connect']);
  });

  it('connects after all initializers, those behind it and those that take their time included', async () => {
    const later = provideAppInitializer(async () => {
      await new Promise((resolve) => setTimeout(resolve));
      steps.push('initializer');
    });
    await start(later);
    expect(steps).toEqual(['initializer', 'component', 'connect']);
  });

  it('does not connect while the application is rendered on a server', async () => {
    await start({ provide: PLATFORM_ID, useValue: 'server' });
    expect(steps).toEqual(['component']);
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

  it('takes in production the nearest that can be meant, and says so once', () => {
    const warn = spyOn(console, 'warn');
    const wrong = {
      maxReconnectAttempts: -1,
      reconnectTimeout: 1e12,
      reconnectJitter: -0.5,
      stableAfter: Number.NaN,
      heartbeatTimeout: 700,
    };
    inProduction(() => TestBed.configureTestingModule({ providers: [provideWebSocket(wrong)] }));
    expect(TestBed.inject(WEB_SOCKET_CONFIG)).toEqual({
      maxReconnectAttempts: 0,
      reconnectTimeout: 86_400_000,
      reconnectJitter: 0,
      heartbeatTimeout: 700,
    });
    expect(warn).toHaveBeenCalledTimes(1);
    for (const name of Object.keys(wrong).slice(0, 4)) expect(warn.calls.first().args[0]).toContain(name);
  });

  it('tries in production as often as is said, also half a time more or for ever', () => {
    spyOn(console, 'warn');
    for (const [said, meant] of [
      [2.5, 2],
      [Infinity, Infinity],
      [-Infinity, 0],
    ] as const) {
      TestBed.resetTestingModule();
      inProduction(() =>
        TestBed.configureTestingModule({ providers: [provideWebSocket({ maxReconnectAttempts: said })] }),
      );
      expect(TestBed.inject(WEB_SOCKET_CONFIG).maxReconnectAttempts).toBe(meant);
    }
  });

  it('has in production a namespace of its own where its name is empty', () => {
    spyOn(console, 'warn');
    const key = 'ask-kitten.unnamed.user-code';
    localStorage.removeItem(key);
    inProduction(() => TestBed.configureTestingModule({ providers: [provideWebSocket(' ')] }));
    TestBed.runInInjectionContext(() => injectWebSocket(' '));
    expect(localStorage.getItem(key)).not.toBeNull();
    localStorage.removeItem(key);
  });
});
