import type { ClientMessage } from '../client-messages.ts';
import { type ClientFrameContext, decodeClientFrame } from './decode-client-frame.ts';

const MADE = 'aaaaaaaa-0000-4000-8000-000000000000';
const ID = '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21';
const context: ClientFrameContext = { newId: () => MADE };

/** What one message comes to that must decode. */
function message(json: object): ClientMessage {
  const [result] = decodeClientFrame(JSON.stringify(json), context);
  if (!result?.ok) throw new Error(`did not decode: ${result?.fault.reason ?? 'no result'}`);
  return result.value;
}

/** The code of the fault in one message that must not decode. */
function faultCode(json: object): string | undefined {
  const [result] = decodeClientFrame(JSON.stringify(json), context);
  return result?.ok === false ? result.fault.code : undefined;
}

describe('decodeClientFrame', () => {
  it('reads a prompt with all that it may have', () => {
    const prompt = {
      type: 'text',
      id: ID,
      content: '一只橘猫',
      options: { seconds: 2.5, size: '640x360', seed: 4_294_967_295 },
      attachments: ['https://cdn.example/cat.png', 'data:image/png;base64,AAAA'],
    };
    expect(message(prompt)).toEqual(prompt as ClientMessage);
  });

  it('reads a text that is no JSON as a prompt with an id of its own', () => {
    expect(decodeClientFrame('一只橘猫', context)).toEqual([
      { ok: true, value: { type: 'text', id: MADE, content: '一只橘猫' } },
    ]);
  });

  it('makes an id for a prompt without one', () => {
    expect(message({ type: 'text', content: 'cat' })).toEqual({ type: 'text', id: MADE, content: 'cat' });
  });

  it('reads cancel and ping', () => {
    expect(message({ type: 'cancel', replyTo: ID })).toEqual({ type: 'cancel', replyTo: ID });
    expect(message({ type: 'ping', id: ID })).toEqual({ type: 'ping', id: ID });
  });

  it('ignores what it does not know', () => {
    expect(message({ type: 'ping', id: ID, later: true })).toEqual({ type: 'ping', id: ID });
    const prompt = { type: 'text', id: ID, content: 'cat', options: { fps: 60 } };
    expect(message(prompt)).toEqual({ type: 'text', id: ID, content: 'cat', options: {} });
  });

  it('reads a batch in order, each for itself', () => {
    const frame = JSON.stringify([{ type: 'ping', id: ID }, { type: 'video' }, { type: 'cancel', replyTo: ID }]);
    expect(decodeClientFrame(frame, context).map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  const faults: readonly (readonly [string, object, string])[] = [
    ['no type', { id: ID }, 'bad_frame'],
    ['a type of the server', { type: 'video', id: ID }, 'unsupported'],
    ['a type that is no text', { type: 7 }, 'unsupported'],
    ['no content', { type: 'text', id: ID }, 'bad_frame'],
    ['an empty content', { type: 'text', id: ID, content: ' \n\t ' }, 'bad_frame'],
    ['a content that is no text', { type: 'text', id: ID, content: 7 }, 'bad_frame'],
    ['an id that is no UUID', { type: 'text', id: '1', content: 'cat' }, 'bad_frame'],
    ['an id that is no text', { type: 'text', id: null, content: 'cat' }, 'bad_frame'],
    ['options that are no object', { type: 'text', content: 'cat', options: [] }, 'bad_frame'],
    ['no seconds at all', { type: 'text', content: 'cat', options: { seconds: 0 } }, 'bad_frame'],
    ['negative seconds', { type: 'text', content: 'cat', options: { seconds: -1 } }, 'bad_frame'],
    ['seconds in words', { type: 'text', content: 'cat', options: { seconds: '4' } }, 'bad_frame'],
    ['a size in words', { type: 'text', content: 'cat', options: { size: 'big' } }, 'bad_frame'],
    ['a size of nothing', { type: 'text', content: 'cat', options: { size: '0x360' } }, 'bad_frame'],
    ['a size that is enormous', { type: 'text', content: 'cat', options: { size: '64000x360' } }, 'bad_frame'],
    ['a size that is no text', { type: 'text', content: 'cat', options: { size: 640 } }, 'bad_frame'],
    ['a group that is no UUID', { type: 'text', content: 'cat', options: { group: 'four' } }, 'bad_frame'],
    ['a seed with a fraction', { type: 'text', content: 'cat', options: { seed: 1.5 } }, 'bad_frame'],
    ['a negative seed', { type: 'text', content: 'cat', options: { seed: -1 } }, 'bad_frame'],
    ['a seed above 32 bits', { type: 'text', content: 'cat', options: { seed: 2 ** 32 } }, 'bad_frame'],
    ['attachments that are no list', { type: 'text', content: 'cat', attachments: '/cat.png' }, 'bad_frame'],
    ['an attachment that is no text', { type: 'text', content: 'cat', attachments: [7] }, 'bad_frame'],
    ['an attachment that is a script', { type: 'text', content: 'cat', attachments: ['javascript:1'] }, 'bad_frame'],
    ['an attachment that is a video', { type: 'text', content: 'cat', attachments: ['data:video/mp4,A'] }, 'bad_frame'],
    ['nine attachments', { type: 'text', content: 'cat', attachments: Array(9).fill('/cat.png') }, 'bad_frame'],
    ['a cancel of nothing', { type: 'cancel' }, 'bad_frame'],
    ['a cancel of no UUID', { type: 'cancel', replyTo: '1' }, 'bad_frame'],
    ['a ping without an id', { type: 'ping' }, 'bad_frame'],
  ];

  for (const [name, json, code] of faults) {
    it(`refuses ${name}`, () => {
      expect(faultCode(json)).toBe(code);
    });
  }

  it('takes a content up to the limit and none above', () => {
    expect(faultCode({ type: 'text', content: '🐱'.repeat(4000) })).toBeUndefined();
    expect(faultCode({ type: 'text', content: '🐱'.repeat(4001) })).toBe('too_large');
  });

  it('takes the limit from its context', () => {
    const limits = { maxContentLength: 3, maxFrameBytes: 100 };
    const [fits, tooLong] = ['abc', 'abcd'].map((frame) => decodeClientFrame(frame, { ...context, limits })[0]);
    expect(fits?.ok).toBeTrue();
    expect(tooLong).toEqual(jasmine.objectContaining({ fault: jasmine.objectContaining({ code: 'too_large' }) }));
  });

  it('names the message at fault where its id can be read', () => {
    const [named] = decodeClientFrame(JSON.stringify({ type: 'dance', id: ID }), context);
    const [unnamed] = decodeClientFrame(JSON.stringify({ type: 'dance', id: '<b>' }), context);
    expect(named?.ok === false && named.fault.id).toBe(ID);
    expect(unnamed?.ok === false && 'id' in unnamed.fault).toBeFalse();
  });
});
