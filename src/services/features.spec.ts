import { TestBed } from '@angular/core/testing';

import { elapse, useFakeClock } from '../testing/index.ts';
import { type AnyMessage, type Codec, Unreadable } from './codec/codec.ts';
import { resolveBackendConfig } from './resolve-backend-config.ts';
import { GATEWAY_CODEC } from './codec/gateway-codec.ts';
import { jsonCodec } from './codec/json-codec.ts';
import type { WebSocketFeature } from './features/feature.ts';
import { withCodec } from './features/with-codec.ts';
import { withHeartbeat } from './features/with-heartbeat.ts';
import { withOutbox } from './features/with-outbox.ts';
import { withReconnect } from './features/with-reconnect.ts';
import { withResume } from './features/with-resume.ts';
import { withTexts } from './features/with-texts.ts';
import { injectWebSocket } from './inject-websocket.ts';
import { provideLeanWebSocket } from './provide-lean-websocket.ts';
import { provideWebSocket } from './provide-websocket.ts';
import { BackendBrowser } from './testing/backend-page.ts';
import { connectLean } from './testing/connect-lean.ts';
import { inProduction } from './testing/in-production.ts';
import { collect } from './testing/service-harness.ts';
import { ENGLISH } from './texts/english.ts';
import type { WebSocketService } from './websocket.ts';

/** What another backend sends. */
type Order =
  | { readonly type: 'placed'; readonly id: number }
  | { readonly type: 'shipped'; readonly id: number; readonly by: string }
  | { readonly type: 'pong' };

/** Frames of the form `{ "event", "payload" }`. */
const ORDERS: Codec<Order> = {
  decode: (frame) => {
    if (typeof frame !== 'string' || !frame.startsWith('{')) return new Unreadable(frame, 'no order');
    const { event, payload } = JSON.parse(frame) as { event: string; payload: object };
    return [{ ...payload, type: event } as Order];
  },
  encode: (message) => (message.type === 'text' ? JSON.stringify({ order: message.content }) : undefined),
};

describe('the features of a backend', () => {
  let browser: BackendBrowser;

  useFakeClock();
  beforeEach(() => (browser = new BackendBrowser()));
  afterEach(() => browser.close());

  const open = (...features: readonly WebSocketFeature[]) => connectLean<Order>(browser, ...features);

  it('read and write frames of any form, typed by the union of the messages', async () => {
    const service = await open(withCodec(ORDERS));
    const shipped: string[] = [];
    service.message$('shipped').subscribe(({ by }) => shipped.push(by));
    const all = collect(service.messages$);
    const unreadable = collect(service.unreadable$);
    const { peer } = browser.network;
    peer.send('{"event":"placed","payload":{"id":1}}');
    peer.send('{"event":"shipped","payload":{"id":1,"by":"ship"}}');
    peer.send('ping');
    peer.send('{"event":');
    await elapse(1);
    expect(shipped).toEqual(['ship']);
    expect(all.map(({ type }) => type)).toEqual(['placed', 'shipped']);
    // What can't be read keeps its frame, also where the codec itself has thrown.
    expect(unreadable.map(({ raw }) => raw)).toEqual(['ping', '{"event":']);
    service.send('tea');
    await elapse(5);
    expect(peer.received).toEqual(['{"order":"tea"}']);
    // @ts-expect-error: there is no such message.
    service.message$('cancelled');
    // @ts-expect-error: a placed order has nobody who ships it.
    service.message$('placed').subscribe(({ by }) => shipped.push(String(by)));
  });

  it('send messages of its own, as text or as bytes, once there is a connection, and over reloads', async () => {
    type Request = { readonly order: string } | { readonly picture: Uint8Array<ArrayBuffer> };
    const codec: Codec<Order, Request> = {
      decode: (...frame) => ORDERS.decode(...frame),
      encode: (message) =>
        'picture' in message ? message.picture : 'order' in message ? JSON.stringify(message) : undefined,
    };
    const visit = (): WebSocketService<Order, Request> => {
      browser.open(provideLeanWebSocket({}, withCodec(codec), withOutbox()));
      return TestBed.runInInjectionContext(() => injectWebSocket<Order, Request>());
    };
    visit().send({ order: 'tea' });
    await elapse(5);
    const service = visit();
    const sent = collect(service.sent$);
    void service.connect();
    await elapse(5);
    browser.network.peer.accept();
    await elapse(5);
    const id = service.send({ picture: new Uint8Array(100_000) });
    await elapse(5);
    expect(browser.network.peer.received as unknown[]).toEqual(['{"order":"tea"}', new Uint8Array(100_000)]);
    expect(sent.map(({ type }) => type)).toEqual(['own', 'own']);
    expect(collect(service.delivery$(id))).toEqual([{ state: 'sent' }]);
    // @ts-expect-error: the backend takes no such message.
    const wrong = (): string => service.send({ cake: 1 });
    expect(typeof wrong).toBe('function');
  });

  it('take for keep-alives what the application names, and nothing else', async () => {
    const frames = ['ping', ' BEAT ', '{"event":"beat"}', '{"event":"pong"}', '{"event":"placed","payload":{"id":1}}'];
    for (const [keepAlives, types, raw] of [
      [undefined, ['beat', 'pong', 'placed'], ['ping', ' BEAT ']],
      [['beat', 'ping'], ['pong', 'placed'], []],
    ] as const) {
      browser.open(provideLeanWebSocket(keepAlives === undefined ? {} : { keepAlives }, withCodec(ORDERS)));
      const service = TestBed.runInInjectionContext(() => injectWebSocket<Order>());
      void service.connect();
      await elapse(5);
      browser.network.peer.accept();
      const all = collect(service.messages$);
      const unreadable = collect(service.unreadable$);
      for (const frame of frames) browser.network.peer.send(frame);
      expect(all.map(({ type }) => type as string)).toEqual([...types]);
      expect(unreadable.map((each) => each.raw)).toEqual([...raw]);
    }
  });

  it('are only those that are named: a prompt without a connection has failed, and a lost one stays lost', async () => {
    const service = await open(withTexts(ENGLISH));
    browser.network.peer.drop();
    await elapse(60_000);
    expect(service.status()).toBe('error');
    expect(collect(service.delivery$(service.send('x')))).toEqual([
      { state: 'failed', reason: 'not_connected', cause: ENGLISH.failures.not_connected },
    ]);
    expect(browser.network.peers.length).toBe(1);
    expect(collect(service.errorMessage$)[0]).toMatch(/failed/);
  });

  it('name problems by their codes where nobody has given sentences', async () => {
    const service = await open();
    browser.network.peer.close(4401);
    await elapse(5);
    expect(collect(service.errorMessage$)).toEqual(['code-revoked']);
    expect(collect(service.delivery$(service.send('x')))).toEqual([
      { state: 'failed', reason: 'not_connected', cause: 'not_connected' },
    ]);
  });

  it('try again as often as is said, for ever too', async () => {
    const service = await open(withReconnect({ attempts: Infinity, delay: 10 }));
    browser.network.peer.drop();
    browser.network.server = (peer) => peer.refuse();
    for (let turn = 0; turn < 30; turn++) await elapse(20);
    expect(service.status()).toBe('reconnecting');
    expect(browser.network.peers.length).toBeGreaterThan(10);
  });

  it('ping a backend that is no gateway as it wants it, and replace a dead connection', async () => {
    const heartbeat = withHeartbeat({ interval: 1_000, timeout: 500, ping: () => 'ping?' });
    const service = await open(withCodec(ORDERS), withReconnect({ delay: 10 }), heartbeat);
    await elapse(1);
    expect(browser.network.peer.received).toEqual(['ping?']);
    await elapse(600);
    expect(service.connection().lastCloseCode).toBe(4408);
  });

  it('go on where the application’s own function for a ping throws', async () => {
    const ping = (): string => {
      throw new Error('no ping today');
    };
    // It is reported as what nobody has caught.
    const opened = open(withCodec(ORDERS), withReconnect(), withHeartbeat({ ping }));
    await expectAsync(opened).toBeRejectedWithError('no ping today');
    await elapse(5);
    expect(TestBed.runInInjectionContext(() => injectWebSocket()).status()).toBe('connected');
  });

  it('take what a codec throws on for what it can’t write, and send what follows', async () => {
    const encode = ({ content }: { readonly content?: string }): string => {
      if (content !== undefined && content !== 'tea') throw new Error('no such order');
      return 'tea';
    };
    const codec = { ...ORDERS, encode } as Codec<Order>;
    for (const features of [[], [withOutbox()]]) {
      const service = await open(withCodec(codec), ...features);
      const cake = service.delivery$(service.send('cake'));
      expect(collect(cake)).toEqual([jasmine.objectContaining({ state: 'failed', reason: 'unencodable' })]);
      service.send('tea');
      await elapse(5);
      expect(browser.network.peer.received).toEqual(['tea']);
    }
  });

  it('show the answer to a ping to nobody, and measure by it', async () => {
    const isPong = ({ type }: AnyMessage): boolean => type === 'pong';
    const service = await open(withCodec(ORDERS), withHeartbeat({ interval: 1_000, ping: () => 'ping?', isPong }));
    const all = collect(service.messages$);
    await elapse(7);
    browser.network.peer.send('{"event":"pong","payload":{}}');
    browser.network.peer.send('{"event":"placed","payload":{"id":1}}');
    await elapse(1);
    expect(all.map(({ type }) => type)).toEqual(['placed']);
    expect(service.connection().roundTripMs).toBeGreaterThanOrEqual(7);
  });

  it('keep prompts in an outbox over reloads with any backend', async () => {
    browser.open(provideLeanWebSocket({}, withCodec(ORDERS), withOutbox()));
    TestBed.runInInjectionContext(() => injectWebSocket()).send('tea');
    await elapse(5);
    await open(withCodec(ORDERS), withOutbox());
    await elapse(5);
    expect(browser.network.peer.received).toEqual(['{"order":"tea"}']);
  });

  it('throw in development where they contradict one another', () => {
    const wrong: readonly [RegExp, () => unknown][] = [
      [/withResume\(\).*GATEWAY_CODEC/, () => provideWebSocket({}, withResume(), withCodec(jsonCodec()))],
      [/withHeartbeat\(\).*ping/, () => provideLeanWebSocket({}, withHeartbeat())],
      [/twice/, () => provideWebSocket({}, withReconnect(), withReconnect())],
      [
        /maxReconnectAttempts.*said twice/,
        () => provideWebSocket({ maxReconnectAttempts: 2 }, withReconnect({ attempts: 3 })),
      ],
      [/maxReconnectAttempts.*withReconnect/, () => provideWebSocket({ maxReconnectAttempts: 2 }, withOutbox())],
      [/reconnectTimeout.*withReconnect/, () => provideLeanWebSocket({ reconnectTimeout: 50 })],
      [/heartbeatTimeout.*withHeartbeat/, () => provideLeanWebSocket({ heartbeatTimeout: 500 })],
      [/greetingTimeout.*GATEWAY_CODEC/, () => provideLeanWebSocket({ greetingTimeout: 500 })],
      [/"ping".*gateway's/, () => provideWebSocket({}, withHeartbeat({ ping: () => 'ping' }))],
      [/"interval".*gateway's/, () => provideWebSocket({}, withHeartbeat({ interval: 5_000 }))],
      [/"heartbeatInterval".*gateway's/, () => provideWebSocket({ heartbeatInterval: 5_000 })],
      [/"url" and "baseUrl"/, () => provideWebSocket({ url: 'wss://a.example/', baseUrl: 'wss://a.example/' })],
      [/maxReconnectAttempts/, () => provideWebSocket({}, withReconnect({ attempts: -1 }))],
      [/heartbeatInterval.*Infinity/, () => provideWebSocket({}, withHeartbeat({ interval: Infinity }))],
      [/heartbeatTimeout.*can't be 0; 100 is used/, () => provideWebSocket({}, withHeartbeat({ timeout: 0 }))],
      [/connectTimeout.*can't be 0/, () => provideWebSocket({ connectTimeout: 0 })],
      [/slowReconnectTimeout.*can't be 0/, () => provideWebSocket({ slowReconnectTimeout: 0 })],
    ];
    for (const [message, provide] of wrong) expect(provide).toThrowError(message);
    expect(() => provideWebSocket({}, withResume(), withCodec(GATEWAY_CODEC))).not.toThrow();
    // What is so without the feature too.
    expect(() => provideLeanWebSocket({ maxReconnectAttempts: 0, reconnectJitter: 0 })).not.toThrow();
  });

  it('are used in production where they contradict one another, and a warning names each that loses', () => {
    const warn = spyOn(console, 'warn');
    const warned = (provide: () => unknown): string => {
      warn.calls.reset();
      inProduction(provide);
      expect(warn).toHaveBeenCalledTimes(1);
      return String(warn.calls.first().args[0]);
    };
    expect(
      warned(() => provideWebSocket('', {}, withOutbox(), withOutbox(), withResume(), withCodec(jsonCodec()))),
    ).toBe("provideWebSocket(''): the name (empty-name); withOutbox() (feature-twice); withResume() (needs-gateway).");
    expect(
      warned(() => provideWebSocket({ maxReconnectAttempts: 2, url: 'wss://a/', baseUrl: 'b' }, withOutbox())),
    ).toBe('provideWebSocket: "url" and "baseUrl" (two-addresses); "maxReconnectAttempts" (no-effect).');
    const twice = (): unknown => provideWebSocket({ reconnectTimeout: 2 }, withReconnect({ delay: 3 }));
    expect(warned(twice)).toBe('provideWebSocket: "reconnectTimeout" (said-twice).');
    inProduction(() => {
      expect(
        resolveBackendConfig({
          name: undefined,
          config: { reconnectTimeout: 2 },
          features: [withReconnect({ delay: 3 })],
        }),
      ).toEqual({ reconnectTimeout: 3 });
    });
  });
});
