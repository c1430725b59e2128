import * as fc from 'fast-check';

import { type ClientMessage, decodeServerFrame, encode, type ServerMessage } from '../../protocol/index.ts';
import { byteLength } from '../platform/byte-length.ts';
import { arrivalOf, entryOf, factOfChange, factOfFault, factOfSent } from './connection-log-facts.ts';
import { ReceivedFrame } from './received-frame.ts';
import { ConnectionLost } from '../socket/reconnect.ts';
import { SocketClosed } from '../socket/open-socket.ts';

const CODE = '0f8fad5b-d9cb-469f-a165-70867728950e';
const PROMPT = '一只橘猫在雨夜的霓虹街头散步';
const ADDRESS = `wss://server.example/api/ws/video-generation?code=${CODE}&after=7`;
/** What must never be in the log, however it is put into a message. */
const SECRETS = [CODE, PROMPT, ADDRESS, 'server.example', 'code=', '?'];

function expectNoSecret(fact: unknown): void {
  const text = JSON.stringify(fact);
  for (const secret of SECRETS) expect(text).not.toContain(secret);
}

function received(fields: object): unknown {
  const [decoded] = decodeServerFrame(JSON.stringify(fields), { newId: () => CODE, now: () => 0 });
  if (decoded?.ok !== true) throw new Error('the message of the spec can not be read');
  return entryOf(arrivalOf(decoded.value, 'next', new ReceivedFrame(new ArrayBuffer(12))));
}

describe('what the connection log records', () => {
  it('of a message: its type, its place and the beginning of its id', () => {
    const fact = received({ type: 'system', event: 'started', id: CODE, seq: 7, ts: 1, jobId: CODE });
    expect(fact).toEqual({
      kind: 'received',
      type: 'system',
      event: 'started',
      as: 'new',
      id: '0f8fad5b',
      seq: 7,
      bytes: 12,
      at: jasmine.any(Number),
    });
  });

  it('of an error its code, where it is one of the known', () => {
    expect(received({ type: 'error', code: 'engine_failed' })).toEqual(
      jasmine.objectContaining({ code: 'engine_failed' }),
    );
    expect(received({ type: 'error', code: PROMPT })).toEqual(jasmine.objectContaining({ code: 'other' }));
    expect(received({ type: 'text', content: '', code: 'internal' })).not.toEqual(
      jasmine.objectContaining({ code: 'internal' }),
    );
  });

  it('of no message what it says, whatever field says it', () => {
    const secrets = { content: `${PROMPT} ${ADDRESS}`, prompt: PROMPT, jobId: CODE, replyTo: CODE, id: CODE };
    const messages = [
      { type: 'text', ...secrets },
      { type: 'video', url: ADDRESS.replace('wss', 'https'), name: PROMPT, mimeType: 'video/mp4', ...secrets },
      { type: 'image', url: ADDRESS.replace('wss', 'https'), name: PROMPT, mimeType: 'image/png', ...secrets },
      { type: 'system', event: 'accepted', ...secrets },
      { type: 'system', event: PROMPT, ...secrets },
      { type: 'error', code: ADDRESS, ...secrets },
      { type: PROMPT, ...secrets },
      { ...secrets, type: 'text', id: PROMPT },
    ];
    for (const message of messages) expectNoSecret(received(message));
  });

  it('of an id only what is one: a server may put anything there', () => {
    const message: ServerMessage = { type: 'text', id: PROMPT, ts: 0, content: '' };
    expectNoSecret(entryOf(arrivalOf(message, 'duplicate', new ReceivedFrame(new ArrayBuffer(0)))));
  });

  it('of a frame that goes out: its type, the beginning of its id and its size', () => {
    const messages: readonly ClientMessage[] = [
      { type: 'text', id: CODE, content: `${PROMPT} ${ADDRESS}`, attachments: ['https://server.example/a.png?code=1'] },
      { type: 'cancel', replyTo: CODE },
      { type: 'ping', id: CODE },
    ];
    for (const message of messages) {
      const frame = encode(message);
      if (!frame.ok) throw new Error('the message of the spec can not be encoded');
      const fact = factOfSent(message, frame.value);
      expectNoSecret(fact);
      expect(fact).toEqual({ kind: 'sent', type: message.type, id: '0f8fad5b', bytes: byteLength(frame.value) });
    }
  });

  it('of a close its code, never the reason that the server gave', () => {
    const closed = new SocketClosed(4401, `${CODE} ${PROMPT}`);
    const waiting = factOfChange({ kind: 'waiting', attempt: 2, dueAt: 9, closed });
    expect(waiting).toEqual({ kind: 'waiting', attempt: 2, closeCode: 4401 });
    expect(factOfChange({ kind: 'lost', lost: new ConnectionLost('code-revoked', closed) })).toEqual({
      kind: 'lost',
      problem: 'code-revoked',
      closeCode: 4401,
    });
  });

  it('of an error its class, never its words', () => {
    const named = Object.assign(new Error(ADDRESS), { name: `${PROMPT} ${CODE}` });
    expect(
      [new TypeError(PROMPT), new DOMException(PROMPT, 'QuotaExceededError'), named, ADDRESS].map(factOfFault),
    ).toEqual([
      { kind: 'fault', name: 'TypeError' },
      { kind: 'fault', name: 'QuotaExceededError' },
      { kind: 'fault', name: 'Error' },
      { kind: 'fault', name: 'Error' },
    ]);
  });

  it('is made of words of its own, numbers and hexadecimal digits, whatever a server sends', () => {
    const word = /^(?:[a-z_-]{1,18}|[0-9a-fA-F]{8})$/;
    const secret = fc.constantFrom(...SECRETS, PROMPT.repeat(3), CODE.toUpperCase());
    const anything = fc.oneof(secret, fc.string(), fc.integer());
    const message = fc.record({
      type: fc.oneof(fc.constantFrom('text', 'system', 'error', 'video'), secret),
      event: anything,
      content: secret,
      id: anything,
      code: secret,
      url: secret,
      seq: fc.nat(),
    });
    fc.assert(
      fc.property(message, (fields) => {
        for (const decoded of decodeServerFrame(JSON.stringify(fields), { newId: () => CODE, now: () => 0 })) {
          if (!decoded.ok) continue;
          const fact = entryOf(arrivalOf(decoded.value, 'early', new ReceivedFrame(new ArrayBuffer(1))));
          for (const value of Object.values<string | number>({ ...fact })) {
            if (typeof value !== 'number' && !word.test(value)) throw new Error(`not redacted: ${value}`);
          }
        }
      }),
    );
    expect(word.test(CODE)).toBe(false);
  });
});

describe('byteLength', () => {
  it('counts bytes as they go over the wire', () => {
    expect(byteLength('猫a')).toBe(4);
    expect(byteLength(new ArrayBuffer(9))).toBe(9);
    expect(byteLength('a'.repeat(70_000))).toBe(70_000);
  });

  it('counts what an encoder would make, whatever is in a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});
