import { createEnvironmentInjector, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';

import { byScope, elapse, useFakeClock } from '../testing/index.ts';
import { injectWebSocket } from './inject-websocket.ts';
import { provideWebSocket } from './provide-websocket.ts';
import { BackendBrowser } from './testing/backend-page.ts';
import { inProduction } from './testing/in-production.ts';
import { TwoServers } from './testing/two-servers.ts';
import { WebSocketService } from './websocket.ts';

const A = { baseUrl: 'wss://a.example/socket' };
const B = { baseUrl: 'wss://b.example/socket' };

function backend(name?: string): WebSocketService {
  return TestBed.runInInjectionContext(() => injectWebSocket(name));
}

function connect(name?: string): void {
  backend(name)
    .connect()
    .catch(() => undefined);
}

describe('several backends', () => {
  let servers: TwoServers;
  let browser: BackendBrowser;

  useFakeClock();
  beforeEach(() => {
    servers = new TwoServers();
    browser = new BackendBrowser(servers.server);
  });
  afterEach(() => browser.close());

  it('have each a connection, a user code, an outbox, a log position and channels of their own', async () => {
    browser.open(provideWebSocket('a', A), provideWebSocket('b', B), provideWebSocket());
    const codes = new Set<string>();
    for (const name of ['a', 'b', undefined]) {
      codes.add(backend(name).userCode());
      connect(name);
    }
    await elapse(10);
    const { peers } = browser.network;
    expect(peers.map(({ url }) => url.hostname)).toEqual(['a.example', 'b.example', 'app.example']);
    expect(codes.size).toBe(3);
    expect(new Set(peers.map(({ url }) => url.searchParams.get('code') ?? ''))).toEqual(codes);
    const names = ['ask-kitten', 'ask-kitten.a', 'ask-kitten.b'].flatMap((prefix) => [
      `${prefix} (database)`,
      `${prefix}.cancel`,
      `${prefix}.endpoint`,
      `${prefix}.log`,
      `${prefix}.user-code`,
    ]);
    expect([...browser.names].sort()).toEqual(names.sort());
  });

  it('store under the names that the application chooses', async () => {
    browser.open(
      provideWebSocket({ ...A, storagePrefix: 'shop' }),
      provideWebSocket('b', { ...B, storagePrefix: 'shop' }),
    );
    for (const name of [undefined, 'b']) {
      backend(name).send('tea');
      connect(name);
    }
    await elapse(10);
    expect(browser.names.length).toBeGreaterThan(0);
    expect(browser.names.filter((name) => !/^shop[ .]/.test(name))).toEqual([]);
    expect(() => provideWebSocket({ storagePrefix: ' ' })).toThrowError(/storagePrefix/);
  });

  it('never get what is meant for the other, also after a reload that makes the other first', async () => {
    servers.down.add('a');
    browser.open(provideWebSocket('a', A), provideWebSocket('b', B));
    backend('a').send('for a only');
    connect('a');
    await elapse(10);
    browser.open(provideWebSocket('b', B), provideWebSocket('a', A));
    connect('b');
    await elapse(100);
    expect(servers.gateways.b.prompts).toEqual([]);
    servers.down.clear();
    connect('a');
    await elapse(100);
    expect([servers.gateways.a.prompts.length, servers.gateways.b.prompts.length]).toEqual([1, 0]);
  });

  it('never get what is meant for the other, whatever is reloaded, lost and sent when', async () => {
    type Step = 'send a' | 'send b' | 'down a' | 'down b' | 'up' | 'reload' | 'reload, b first' | 'wait';
    const steps = fc.array(
      fc.constantFrom<Step>('send a', 'send b', 'down a', 'down b', 'up', 'reload', 'reload, b first', 'wait'),
      { minLength: 1, maxLength: 25 },
    );
    const property = fc.asyncProperty(steps, async (history) => {
      const world = new TwoServers();
      const here = new BackendBrowser(world.server);
      const sent = { a: [] as string[], b: [] as string[] };
      const open = (...names: readonly ('a' | 'b')[]): void => {
        here.open(...names.map((name) => provideWebSocket(name, name === 'a' ? A : B)));
        for (const name of names) connect(name);
      };
      open('a', 'b');
      for (const step of [...history, 'up', 'reload', 'wait'] as const) {
        if (step === 'send a' || step === 'send b') {
          const name = step === 'send a' ? 'a' : 'b';
          sent[name].push(backend(name).send('一只猫'));
        } else if (step === 'down a' || step === 'down b') world.down.add(step.slice(-1));
        else if (step === 'up') world.down.clear();
        else if (step === 'reload') open('a', 'b');
        else if (step === 'reload, b first') open('b', 'a');
        else await elapse(200);
        await elapse(5);
      }
      for (let turn = 0; turn < 60; turn++) await elapse(5);
      here.close();
      for (const name of ['a', 'b'] as const) {
        const { prompts } = world.gateways[name];
        if (JSON.stringify(prompts) !== JSON.stringify(sent[name])) {
          throw new Error(`${name} got ${JSON.stringify(prompts)} instead of ${JSON.stringify(sent[name])}`);
        }
      }
    });
    const { failed, counterexample, errorInstance } = await fc.check(property, {
      numRuns: byScope({ quick: 25, all: 200 }),
    });
    expect(failed)
      .withContext(`${JSON.stringify(counterexample)} ${String(errorInstance)}`)
      .toBeFalse();
  }, 120_000);

  it('are the same one wherever they are injected', () => {
    browser.open(provideWebSocket('a', A));
    expect(backend('a')).toBe(backend('a'));
  });

  it('have at a route a connection and a namespace of their own, and connect when it is entered', async () => {
    browser.open(provideWebSocket(A));
    const providers = [provideWebSocket({ baseUrl: `${B.baseUrl}?signature=1` })];
    const route = createEnvironmentInjector(providers, TestBed.inject(EnvironmentInjector));
    expect(route.get(WebSocketService)).not.toBe(backend());
    await elapse(10);
    expect(browser.network.peers.map(({ url }) => url.hostname)).toEqual(['b.example']);
    expect(browser.names).toContain('ask-kitten.at wss://b.example/socket.user-code');
    expect(browser.names).toContain('ask-kitten.user-code');
    route.destroy();
    await elapse(10);
    expect(browser.network.peer.isOpen).toBeFalse();
  });

  it('open nothing for who calls after their route has been left', async () => {
    browser.open(provideWebSocket(A));
    const route = createEnvironmentInjector([provideWebSocket('b', B)], TestBed.inject(EnvironmentInjector));
    const left = route.runInContext(() => injectWebSocket('b'));
    await elapse(10);
    route.destroy();
    const opened = browser.network.peers.length;
    const outcome = left.connect();
    await elapse(10);
    await expectAsync(outcome).toBeRejectedWithError(/disconnected/);
    left.refreshUserCode();
    left.send('late');
    await elapse(10);
    expect(browser.network.peers.length).toBe(opened);
    expect(left.status()).toBe('disconnected');
  });

  it('need at a route a name where a function makes their address: nothing else tells them apart after a reload', () => {
    browser.open(provideWebSocket(A));
    const enter = (): unknown => {
      const providers = [provideWebSocket({ url: () => Promise.resolve(B.baseUrl) })];
      return createEnvironmentInjector(providers, TestBed.inject(EnvironmentInjector));
    };
    expect(enter).toThrowError(/provideWebSocket\('orders'/);
    const warn = spyOn(console, 'warn');
    inProduction(enter);
    expect(warn.calls.allArgs()).toEqual([['provideWebSocket: "url" (name-needed).']]);
  });

  it('say what to provide where there is none', () => {
    browser.open(provideWebSocket('a', A));
    expect(() => backend('c')).toThrowError(/provideWebSocket\('c'/);
  });

  it('refuse one name for two, at a route too', () => {
    browser.open(provideWebSocket('a', A), provideWebSocket('a', B));
    expect(() => backend('a')).toThrowError(/'a'.*twice/);
    browser.open(provideWebSocket('a', A));
    const root = TestBed.inject(EnvironmentInjector);
    expect(() => createEnvironmentInjector([provideWebSocket('a', B)], root)).toThrowError(/twice/);
    expect(() => provideWebSocket(' ')).toThrowError(/name/);
  });

  it('end with the application', async () => {
    browser.open(provideWebSocket('a', A));
    connect('a');
    await elapse(10);
    browser.close();
    await elapse(10);
    expect(browser.network.peer.isOpen).toBeFalse();
  });

  it('take a name again once it is free', () => {
    browser.open();
    const root = TestBed.inject(EnvironmentInjector);
    createEnvironmentInjector([provideWebSocket('a', A)], root).destroy();
    expect(() => createEnvironmentInjector([provideWebSocket('a', A)], root)).not.toThrow();
  });
});
