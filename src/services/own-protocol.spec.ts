import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';

import { elapse, useFakeClock } from '../testing/index.ts';
import { type AnyMessage, type Codec, Unreadable } from './codec/codec.ts';
import { GATEWAY_CODEC } from './codec/gateway-codec.ts';
import { jsonCodec } from './codec/json-codec.ts';
import { ConnectionLog } from './diagnostics/connection-log.ts';
import type { WebSocketFeature } from './features/feature.ts';
import { withCodec } from './features/with-codec.ts';
import { withConnectionLog } from './features/with-connection-log.ts';
import { withHeartbeat } from './features/with-heartbeat.ts';
import { withTexts } from './features/with-texts.ts';
import { BackendBrowser } from './testing/backend-page.ts';
import { connectLean } from './testing/connect-lean.ts';
import { collect } from './testing/service-harness.ts';
import { ENGLISH } from './texts/english.ts';

/** What another backend sends. */
interface Order {
  readonly type: 'placed' | 'shipped' | 'pong';
  readonly id: number;
}

describe('a backend with a protocol and functions of its own', () => {
  let browser: BackendBrowser;

  useFakeClock();
  beforeEach(() => (browser = new BackendBrowser()));
  afterEach(() => browser.close());

  const open = (...features: readonly WebSocketFeature[]) => connectLean<Order>(browser, ...features);

  it('goes on where a function for an answer throws, and shows what it throws on', async () => {
    const isPong = ({ type }: AnyMessage): boolean => {
      if (type === 'placed') throw new Error('no answer');
      return type === 'pong';
    };
    const heartbeat = withHeartbeat({ interval: 1_000, timeout: 500, ping: () => 'ping?', isPong });
    const service = await open(withCodec(jsonCodec<Order>()), heartbeat);
    const all = collect(service.messages$);
    await elapse(7);
    browser.network.peer.send('[{"type":"placed","id":1},{"type":"shipped","id":1},{"type":"pong"}]');
    // It is reported as what nobody has caught.
    await expectAsync(elapse(1)).toBeRejectedWithError('no answer');
    expect(all.map(({ type }) => type)).toEqual(['placed', 'shipped']);
    expect(service.connection().roundTripMs).toBeGreaterThanOrEqual(7);
  });

  it('has a code where its sentences throw, and none of the streams errors', async () => {
    const fail = (): string => {
      throw new Error('no words');
    };
    const texts = { ...ENGLISH, unreadable: fail, problems: { ...ENGLISH.problems, 'code-revoked': fail } };
    const service = await open(withCodec(GATEWAY_CODEC), withTexts(texts));
    const errors = collect(service.errorMessage$);
    const messages: readonly unknown[] = collect(service.messages$);
    browser.network.peer.send('[{"type":"text"},{"type":"text","content":"after"}]');
    await expectAsync(elapse(1)).toBeRejectedWithError('no words');
    expect(messages).toEqual([jasmine.objectContaining({ content: 'after' })]);
    browser.network.peer.close(4401);
    await expectAsync(elapse(5)).toBeRejectedWithError('no words');
    expect(errors).toEqual([null, 'code-revoked']);
  });

  it('has in the connection log that something came, and no word of it', async () => {
    const secret = 'what was said';
    const decode: Codec['decode'] = (frame) =>
      frame === secret
        ? new Unreadable(frame, secret, secret)
        : ([{ type: secret }, { type: 'system', event: secret, seq: secret, id: secret }] as AnyMessage[]);
    const codec = { ...jsonCodec(), decode };
    await open(withCodec(codec), withConnectionLog());
    browser.network.peer.send('{}');
    browser.network.peer.send(secret);
    await elapse(1);
    const log = await firstValueFrom(TestBed.inject(ConnectionLog).state$);
    expect(log.counts.received).toEqual({ text: 0, video: 0, image: 0, system: 0, error: 0, unknown: 2 });
    expect(log.entries.slice(-2)).toEqual([
      jasmine.objectContaining({ kind: 'received', type: 'unknown', times: 2 }),
      jasmine.objectContaining({ kind: 'unreadable', code: 'bad_frame' }),
    ]);
    expect(JSON.stringify(log)).not.toContain(secret);
  });

  it('may send its JSON as bytes', async () => {
    const service = await open(withCodec(jsonCodec<Order>()));
    const all = collect(service.messages$);
    browser.network.peer.send(new TextEncoder().encode('{"type":"placed","id":1}').buffer);
    await elapse(1);
    expect(all).toEqual([{ type: 'placed', id: 1 }]);
  });
});
