import { decodeServerFrame } from './decode/decode-server-frame.ts';
import type { ServerMessage } from './messages.ts';

const CONTEXT = { newId: () => 'new', now: () => 5 };

function messagesOf(frame: string | ArrayBuffer): readonly (ServerMessage | string)[] {
  return decodeServerFrame(frame, CONTEXT).map((decoded) => (decoded.ok ? decoded.value : decoded.fault.code));
}

function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}

describe('what basic servers send', () => {
  it('is JSON in a binary frame, where no header fits', () => {
    const json = '{"type":"text","id":"a","ts":1,"content":"你好"}';
    const message = { type: 'text', id: 'a', ts: 1, content: '你好' } as const;
    expect(messagesOf(bytesOf(json))).toEqual([message]);
    expect(messagesOf(bytesOf(`[${json},${json}]`))).toEqual([message, message]);
    expect(messagesOf(bytesOf(`\n ${json}\n`))).toEqual([message]);
  });

  it('may begin with a byte order mark, in a text and in a binary frame', () => {
    const json = '\uFEFF{"type":"text","id":"a","ts":1,"content":"你好"}';
    for (const frame of [json, bytesOf(json)]) {
      expect(messagesOf(frame)).toEqual([{ type: 'text', id: 'a', ts: 1, content: '你好' }]);
    }
  });

  it('is nothing that can be read where a binary frame is neither', () => {
    for (const odd of ['{"type"', 'hello', '{}x', '12345', 'null', '']) {
      expect(messagesOf(bytesOf(odd)))
        .withContext(odd)
        .toEqual(['bad_frame']);
    }
  });

  it('is base64 in lines, or with the alphabet of addresses', () => {
    for (const data of ['AAAA\r\nBB+/\n', 'AAAABB-_', ' AAAABB+/ ']) {
      const [image] = messagesOf(JSON.stringify({ type: 'image', data }));
      expect(image).toEqual({ type: 'image', id: 'new', ts: 5, mimeType: 'image/png', data: 'AAAABB+/' });
    }
    expect(messagesOf(JSON.stringify({ type: 'image', data: 'no picture!' }))).toEqual(['bad_frame']);
  });

  it('is base64 of these kinds in an address of its own too', () => {
    for (const field of ['url', 'data', 'content']) {
      for (const data of ['AAAA\r\nBB+/\n', 'AAAABB-_']) {
        const [image] = messagesOf(JSON.stringify({ type: 'image', [field]: `data:image/png;base64,${data}` }));
        expect(image).toEqual(jasmine.objectContaining({ url: 'data:image/png;base64,AAAABB+/' }));
      }
    }
    const [svg] = messagesOf(JSON.stringify({ type: 'image', url: 'data:image/svg+xml,<svg a-b="_"/>' }));
    expect(svg).toEqual(jasmine.objectContaining({ url: 'data:image/svg+xml,<svg a-b="_"/>' }));
  });

  it('has times in finer units, or as a date', () => {
    const times = [1_700_000_000_123_456, 1_700_000_000_123_000_000, '2023-11-14T22:13:20.123Z', 'soon', '7'].map(
      (ts) => {
        const [message] = messagesOf(JSON.stringify({ type: 'text', content: '', ts }));
        return typeof message === 'object' ? Math.floor(message.ts) : message;
      },
    );
    expect(times).toEqual([1_700_000_000_123, 1_700_000_000_123, 1_700_000_000_123, 5, 5]);
  });

  it('has times in seconds, which are seen to be seconds', () => {
    const times = [1_700_000_000, 1_700_000_000.5, 1_700_000_000_000, 0, 7].map((ts) => {
      const [message] = messagesOf(JSON.stringify({ type: 'text', content: '', ts }));
      return typeof message === 'object' ? message.ts : message;
    });
    expect(times).toEqual([1_700_000_000_000, 1_700_000_000_500, 1_700_000_000_000, 0, 7]);
  });
});
