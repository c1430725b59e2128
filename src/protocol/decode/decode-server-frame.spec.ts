import { decodeServerFrame, type ServerFrameContext } from './decode-server-frame.ts';
import type { ServerMessage } from '../messages.ts';

const MADE = 'aaaaaaaa-0000-4000-8000-000000000000';
const context: ServerFrameContext = { newId: () => MADE, now: () => 1_700_000_000_000 };
const envelope = { id: 'm1', ts: 5, seq: 3, jobId: 'j1', replyTo: 'p1' };
const bare = { id: MADE, ts: 1_700_000_000_000 };

/** What one message comes to that must decode. */
function message(json: object): ServerMessage {
  const [result] = decodeServerFrame(JSON.stringify(json), context);
  if (!result?.ok) throw new Error(`did not decode: ${result?.fault.reason ?? 'no result'}`);
  return result.value;
}

/** The code of the fault in one message that must not decode. */
function faultCode(json: object): string | undefined {
  const [result] = decodeServerFrame(JSON.stringify(json), context);
  return result?.ok === false ? result.fault.code : undefined;
}

describe('decodeServerFrame', () => {
  const whole: readonly ServerMessage[] = [
    { ...envelope, type: 'text', content: '好的' },
    { ...envelope, type: 'text', content: '', append: true },
    {
      ...envelope,
      type: 'video',
      url: '/media/a.mp4',
      mimeType: 'video/mp4',
      name: 'cat.mp4',
      width: 640,
      height: 360,
      bytes: 0,
      durationMs: 4000,
      posterUrl: '/media/a.jpg',
    },
    { ...envelope, type: 'video', data: 'AAAA', mimeType: 'video/webm' },
    { ...envelope, type: 'image', url: 'https://cdn.example/a.png', mimeType: 'image/png', preview: true },
    { ...envelope, type: 'error', code: 'queue_full', content: '忙', retryable: true, retryAfterMs: 3000 },
  ];

  for (const expected of whole) {
    it(`reads a ${expected.type} with all that it may have: ${Object.keys(expected).join(' ')}`, () => {
      expect(message(expected)).toEqual(expected);
    });
  }

  it('takes a wait of more than a day for a day: a longer timer would end at once', () => {
    const refusal = { ...envelope, type: 'error', code: 'rate_limited', content: '', retryable: true } as const;
    expect(message({ ...refusal, retryAfterMs: 3e9 })).toEqual({ ...refusal, retryAfterMs: 86_400_000 });
  });

  const gaps: readonly (readonly [string, object, object])[] = [
    ['id and ts', { type: 'text', content: 'hi' }, { ...bare, type: 'text', content: 'hi' }],
    [
      'what is written but empty',
      { type: 'text', id: '', jobId: '', replyTo: '', seq: 0, ts: 'now', content: '' },
      { ...bare, type: 'text', content: '' },
    ],
    [
      'the type of a video',
      { type: 'video', url: '/a.mp4', mimeType: '', posterUrl: '', data: '' },
      { ...bare, type: 'video', url: '/a.mp4', mimeType: 'video/mp4' },
    ],
    [
      'the type of an image',
      { type: 'image', data: 'AA==' },
      { ...bare, type: 'image', data: 'AA==', mimeType: 'image/png' },
    ],
    [
      'the url of a video whose content it is',
      { type: 'video', content: 'https://cdn.example/a.mp4' },
      { ...bare, type: 'video', url: 'https://cdn.example/a.mp4', mimeType: 'video/mp4' },
    ],
    [
      'the url of an image whose data are one',
      { type: 'image', data: 'data:image/gif;base64,AAAA' },
      { ...bare, type: 'image', url: 'data:image/gif;base64,AAAA', mimeType: 'image/png' },
    ],
    [
      'everything about an error',
      { type: 'error' },
      { ...bare, type: 'error', code: 'internal', content: '', retryable: false },
    ],
  ];

  for (const [name, json, expected] of gaps) {
    it(`fills in for a basic server ${name}`, () => {
      expect(message(json)).toEqual(expected as ServerMessage);
    });
  }

  it('reads a text that is no JSON as a text', () => {
    expect(decodeServerFrame('<b>你好</b>', context)).toEqual([
      { ok: true, value: { ...bare, type: 'text', content: '<b>你好</b>' } },
    ]);
  });

  it('passes on a type that it does not know, as it was sent', () => {
    const json = { type: 'audio', url: 'javascript:alert(1)', seq: 4 };
    expect(message(json)).toEqual({ ...bare, seq: 4, type: 'unknown', sourceType: 'audio', raw: json });
  });

  it('ignores fields that it does not know or that have the wrong shape', () => {
    const json = {
      ...envelope,
      type: 'video',
      url: '/a.mp4',
      width: -1,
      height: '9',
      bytes: 1.5,
      durationMs: -1,
      fps: 24,
    };
    expect(message(json)).toEqual({ ...envelope, type: 'video', url: '/a.mp4', mimeType: 'video/mp4' });
  });

  it('reads a batch in order, each for itself', () => {
    const results = decodeServerFrame('[{"type":"text","content":"1"},{"type":"text"},{"type":"error"}]', context);
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  const faults: readonly (readonly [string, object])[] = [
    ['no type', { content: 'hi' }],
    ['a type that is no text', { type: 7 }],
    ['a text without content', { type: 'text' }],
    ['a text whose content is an object', { type: 'text', content: {} }],
    ['a video without a source', { type: 'video', mimeType: 'video/mp4' }],
    ['a video from a script', { type: 'video', url: 'javascript:alert(1)' }],
    ['a video from a page', { type: 'video', data: 'data:text/html,<b>' }],
    ['a video whose content is a sentence with a scheme', { type: 'video', content: 'sorry: none' }],
    ['a video with a poster from a script', { type: 'video', url: '/a.mp4', posterUrl: 'javascript:alert(1)' }],
    ['a video that says it is a page', { type: 'video', url: '/a.mp4', mimeType: 'text/html' }],
    ['a video that says it is an image', { type: 'video', url: '/a.mp4', mimeType: 'image/png' }],
    ['an image whose data are no base64', { type: 'image', data: '<svg>' }],
    ['an image from a file', { type: 'image', url: 'file:///etc/passwd' }],
  ];

  for (const [name, json] of faults) {
    it(`refuses ${name}`, () => {
      expect(faultCode(json)).toBe('bad_frame');
    });
  }
});

describe('decodeServerFrame, with an origin for media', () => {
  const origin = 'https://server.example';
  const fields = { id: 'i', ts: 0 };

  function absolute(json: ServerMessage): ServerMessage | undefined {
    const [result] = decodeServerFrame(JSON.stringify(json), { ...context, mediaOrigin: origin });
    return result?.ok === true ? result.value : undefined;
  }

  it("puts relative addresses on the server's origin", () => {
    const video: ServerMessage = {
      ...fields,
      type: 'video',
      mimeType: 'video/mp4',
      url: '/media/a.mp4',
      posterUrl: '/media/a.jpg',
    };
    expect(absolute(video)).toEqual({
      ...video,
      url: `${origin}/media/a.mp4`,
      posterUrl: `${origin}/media/a.jpg`,
    });
  });

  it('leaves absolute and data addresses as they are', () => {
    const image: ServerMessage = {
      ...fields,
      type: 'image',
      mimeType: 'image/png',
      url: 'data:image/png;base64,AAAA',
    };
    expect(absolute(image)).toEqual(image);
    const elsewhere: ServerMessage = { ...image, url: 'https://cdn.example/a.png' };
    expect(absolute(elsewhere)).toEqual(elsewhere);
  });

  it('puts the reference images of a prompt on it too', () => {
    const accepted: ServerMessage = { ...fields, type: 'system', event: 'accepted', attachments: ['/media/a.png'] };
    expect(absolute(accepted)).toEqual({ ...accepted, attachments: [`${origin}/media/a.png`] });
  });

  it('adds no address where there is none, and leaves other messages alone', () => {
    const image: ServerMessage = { ...fields, type: 'image', mimeType: 'image/png', data: 'AAAA' };
    expect(absolute(image)).toEqual(image);
    const text: ServerMessage = { ...fields, type: 'text', content: '/media/a.mp4' };
    expect(absolute(text)).toEqual(text);
  });
});
