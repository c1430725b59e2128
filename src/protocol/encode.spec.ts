import { decodeClientFrame } from './decode/decode-client-frame.ts';
import { encode } from './encode.ts';
import type { ClientMessage } from './client-messages.ts';

const ID = '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21';
const ping: ClientMessage = { type: 'ping', id: ID };

describe('encode', () => {
  it('writes one message as an object and several as a batch', () => {
    expect(encode(ping)).toEqual({ ok: true, value: `{"type":"ping","id":"${ID}"}` });
    expect(encode([ping])).toEqual({ ok: true, value: `[{"type":"ping","id":"${ID}"}]` });
    expect(encode([])).toEqual({ ok: true, value: '[]' });
  });

  it('writes a batch that decodes in order', () => {
    const batch: readonly ClientMessage[] = [ping, { type: 'cancel', replyTo: ID }];
    const frame = encode(batch);
    expect(frame.ok && decodeClientFrame(frame.value, { newId: () => ID })).toEqual(
      batch.map((value) => ({ ok: true as const, value })),
    );
  });

  it('tells what JSON cannot hold as a fault', () => {
    const cyclic: ClientMessage & { self?: unknown } = { ...ping };
    cyclic.self = cyclic;
    const throwing = {
      ...ping,
      toJSON: () => {
        throw new RangeError('no');
      },
    };
    for (const unwritable of [cyclic, { ...ping, big: 1n }, throwing]) {
      const result = encode(unwritable);
      expect(!result.ok && result.fault.code).toBe('bad_frame');
    }
  });
});
