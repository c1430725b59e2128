import { createEnvironmentInjector, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';

import { byScope, elapse, useFakeClock } from '../testing/index.ts';
import { withConfigFile } from './features/with-config-file.ts';
import { withPreset } from './features/with-preset.ts';
import { injectWebSocket } from './inject-websocket.ts';
import { FETCH_TEXT } from './platform/browser.ts';
import { provideWebSocket } from './provide-websocket.ts';
import type { Delivery } from './outbox/outbox-entry.ts';
import { BackendBrowser } from './testing/backend-page.ts';
import { inProduction } from './testing/in-production.ts';
import { prompt } from './testing/messages.ts';
import { collect } from './testing/service-harness.ts';
import { TwoServers } from './testing/two-servers.ts';
import type { WebSocketService } from './websocket.ts';

const A = 'wss://a.example/socket';
const B = 'wss://b.example/socket';

/** A browser in which one backend has now one server and now another. */
class MovingBrowser extends BackendBrowser {
  readonly servers: TwoServers;

  constructor(servers = new TwoServers()) {
    super(servers.server);
    this.servers = servers;
  }

  /** Opens a page whose application says where the server is. */
  async visit(baseUrl: string): Promise<WebSocketService> {
    this.open(provideWebSocket({ baseUrl }));
    return this.connect();
  }

  /** Opens a page whose application leaves that to a file. */
  async visitByFile(baseUrl: string | undefined): Promise<WebSocketService> {
    const text = JSON.stringify({ baseUrl });
    const answer = (): Promise<{ status: number; text: string }> =>
      Promise.resolve(baseUrl === undefined ? { status: 503, text: '' } : { status: 200, text });
    const file = withConfigFile('config.json');
    this.open(provideWebSocket({}, ...withPreset(), file), { provide: FETCH_TEXT, useValue: answer });
    return this.connect();
  }

  /** The user codes that a server was told. */
  codesAt(hostname: string): ReadonlySet<string | null> {
    const peers = this.network.peers.filter(({ url }) => url.hostname === hostname);
    return new Set(peers.map(({ url }) => url.searchParams.get('code')));
  }

  private async connect(): Promise<WebSocketService> {
    const service = TestBed.runInInjectionContext(() => injectWebSocket());
    void service.connect();
    await elapse(20);
    return service;
  }
}

function newest(service: WebSocketService, id: string): Delivery | undefined {
  return collect(service.delivery$(id)).at(-1);
}

describe('a backend whose server is another one than before', () => {
  let browser: MovingBrowser;

  useFakeClock();
  beforeEach(() => (browser = new MovingBrowser()));
  afterEach(() => browser.close());

  for (const visit of ['visit', 'visitByFile'] as const) {
    it(`sends it nothing of what was for the other, which has it when it is back (${visit})`, async () => {
      const { gateways, down } = browser.servers;
      down.add('a');
      const id = (await browser[visit](A)).send('for a only');
      await elapse(10);
      await browser[visit](B);
      await elapse(3_000);
      expect(gateways.b.prompts).toEqual([]);
      expect(browser.network.peer.url.searchParams.has('after')).toBeFalse();
      down.clear();
      await browser[visit](A);
      await elapse(10);
      expect([gateways.a.prompts, gateways.b.prompts]).toEqual([[id], []]);
      const [first, second] = [browser.codesAt('a.example'), browser.codesAt('b.example')];
      expect([first.size, second.size]).toEqual([1, 1]);
      expect(first).not.toEqual(second);
    });
  }

  it('says of a prompt for the other one that it waits for that, and withdraws it where it is not wanted', async () => {
    const { gateways, down } = browser.servers;
    down.add('a');
    const page = await browser.visit(A);
    const [kept, dropped] = [page.send('kept'), page.send('dropped')];
    await elapse(10);
    const elsewhere = await browser.visit(B);
    expect(newest(elsewhere, kept)).toEqual({ state: 'queued', endpoint: A });
    elsewhere.cancel(dropped);
    expect(newest(elsewhere, dropped)?.state).toBe('failed');
    await elapse(10);
    down.clear();
    const back = await browser.visit(A);
    await elapse(10);
    expect([gateways.a.prompts, gateways.b.prompts]).toEqual([[kept], []]);
    expect(newest(back, kept)).toEqual({ state: 'accepted' });
    expect(browser.network.peers.filter(({ url }) => url.hostname === 'b.example').flatMap(asked)).toEqual([]);
  });

  it('keeps apart what is sent in one page while its address changes', async () => {
    const { gateways, down } = browser.servers;
    let address = A;
    down.add('a');
    browser.open(provideWebSocket({ url: () => address }, ...withPreset()));
    const service = TestBed.runInInjectionContext(() => injectWebSocket());
    const codes = collect(service.userCode$);
    const early = service.send('before any address is known');
    void service.connect();
    await elapse(10);
    const forA = service.send('for a');
    address = B;
    await elapse(3_001);
    await elapse(20);
    expect(service.status()).toBe('connected');
    const forB = service.send('for b');
    expect(newest(service, forA)).toEqual({ state: 'queued', endpoint: A });
    await elapse(10);
    address = A;
    down.clear();
    browser.network.peer.drop();
    await elapse(3_001);
    await elapse(20);
    expect([gateways.a.prompts, gateways.b.prompts]).toEqual([[early, forA], [forB]]);
    expect(codes.length).toBe(3);
    expect(codes[2]).toBe(codes[0]);
  });

  it('has what earlier versions stored, which did not note the server, go to the first', async () => {
    const code = crypto.randomUUID();
    browser.texts.setItem('ask-kitten.user-code', code);
    const earlier = browser.outboxOf('ask-kitten').page();
    const id = crypto.randomUUID();
    await earlier.save({ message: prompt(id) });
    earlier.leave();
    await browser.visit(A);
    await elapse(10);
    await browser.visit(B);
    expect(browser.servers.gateways.a.prompts).toEqual([id]);
    expect(browser.codesAt('a.example')).toEqual(new Set([code]));
    expect(browser.codesAt('b.example')).not.toContain(code);
    expect(browser.texts.getItem('ask-kitten.user-code')).toBe(code);
  });

  it('sends nothing while a file that says where it is can not be read, and then what is for that', async () => {
    const { gateways } = browser.servers;
    spyOn(console, 'warn');
    await browser.visit(A);
    browser.servers.down.add('a');
    const forA = (await browser.visit(A)).send('for a');
    await elapse(10);
    const unread = await browser.visitByFile(undefined);
    // It is likely to be the server that it was.
    expect(newest(unread, forA)).toEqual({ state: 'queued' });
    const early = unread.send('typed before the file was read');
    await elapse(10);
    browser.servers.down.clear();
    await browser.visitByFile(B);
    await elapse(10);
    expect([gateways.a.prompts, gateways.b.prompts]).toEqual([[], [early]]);
    await browser.visitByFile(A);
    await elapse(10);
    expect([gateways.a.prompts, gateways.b.prompts]).toEqual([[forA], [early]]);
  });

  it('is kept apart from one of the same name, which in production only a warning tells of', async () => {
    const { gateways, down } = browser.servers;
    spyOn(console, 'warn');
    const open = async (outer: string, inner: string): Promise<readonly [WebSocketService, WebSocketService]> => {
      browser.open(provideWebSocket('x', { baseUrl: outer }));
      const root = TestBed.inject(EnvironmentInjector);
      let route = root;
      inProduction(() => (route = createEnvironmentInjector([provideWebSocket('x', { baseUrl: inner })], root)));
      const services = [root, route].map((injector) => injector.runInContext(() => injectWebSocket('x')));
      for (const service of services) void service.connect();
      await elapse(20);
      return services as [WebSocketService, WebSocketService];
    };
    down.add('a');
    down.add('b');
    const [first, second] = await open(A, B);
    const [forA, forB] = [first.send('for a'), second.send('for b')];
    await elapse(10);
    down.clear();
    await open(B, A);
    await elapse(10);
    expect([gateways.a.prompts, gateways.b.prompts]).toEqual([[forA], [forB]]);
    expect([...browser.codesAt('a.example')]).not.toEqual([...browser.codesAt('b.example')]);
  });

  it('never gets what was for the other, whatever is sent, lost, moved, cleared and reloaded when', async () => {
    type Step = 'send' | 'down a' | 'down b' | 'up' | 'reload' | 'move' | 'move by file' | 'clear storage' | 'wait';
    const step = fc.constantFrom<Step>(
      ...([
        'send',
        'send',
        'down a',
        'down b',
        'up',
        'reload',
        'move',
        'move by file',
        'clear storage',
        'wait',
      ] as const),
    );
    const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (history) => {
      const here = new MovingBrowser();
      const { gateways, down } = here.servers;
      const sent: Record<string, string[]> = { [A]: [], [B]: [] };
      let at = A;
      let visit: 'visit' | 'visitByFile' = 'visit';
      let page = await here.visit(at);
      for (const each of [...history, 'up', 'move', 'wait', 'move', 'wait'] as const) {
        if (each === 'send') sent[at]?.push(page.send('一只猫'));
        else if (each === 'up') down.clear();
        else if (each === 'wait') await elapse(200);
        else if (each === 'clear storage') here.clearTexts();
        else if (each === 'down a' || each === 'down b') down.add(each.slice(-1));
        else {
          if (each !== 'reload') at = at === A ? B : A;
          visit = each === 'move by file' ? 'visitByFile' : visit;
          page = await here[visit](at);
        }
        await elapse(5);
      }
      for (let turn = 0; turn < 40; turn++) await elapse(5);
      here.close();
      expectSame('a', gateways.a.prompts, sent[A]);
      expectSame('b', gateways.b.prompts, sent[B]);
      const shared = [...here.codesAt('a.example')].filter((code) => here.codesAt('b.example').has(code));
      expectSame('codes', shared, []);
    });
    const numRuns = byScope({ quick: 25, all: 200 });
    const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns });
    expect(failed)
      .withContext(`${JSON.stringify(counterexample)} ${String(errorInstance)}`)
      .toBeFalse();
  }, 120_000);
});

/** What a connection was asked for, but for pings. */
function asked({ received }: { readonly received: readonly string[] }): readonly string[] {
  return received.filter((frame) => !frame.includes('"ping"'));
}

/** Throws rather than expects, so that the history at fault can be made smaller. */
function expectSame(what: string, actual: readonly unknown[], expected: readonly unknown[] | undefined): void {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return;
  throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}
