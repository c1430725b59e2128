import type { UnknownMessage } from '../../protocol/index.ts';
import { DEFAULT_CONFIG } from '../config/config.ts';
import { KeepAlives } from './keep-alives.ts';

function unknown(sourceType: string): UnknownMessage {
  return { type: 'unknown', id: 'u', ts: 1, sourceType, raw: { type: sourceType } };
}

describe('KeepAlives', () => {
  const { keepAlives } = DEFAULT_CONFIG;

  for (const frame of ['ping', 'PONG', ' heartbeat\n', 'keep-alive']) {
    it(`knows the text ${JSON.stringify(frame)}`, () => expect(new KeepAlives(keepAlives).isText(frame)).toBeTrue());
  }

  it('knows a text that comes as bytes', () => {
    expect(new KeepAlives(keepAlives).isText(new TextEncoder().encode('ping').buffer)).toBeTrue();
  });

  it('takes nothing else for one', () => {
    const known = new KeepAlives(keepAlives);
    for (const frame of ['', 'ping?', '我说 ping', '{"type":"ping"}', 'x'.repeat(1_000)]) {
      expect(known.isText(frame)).withContext(frame).toBeFalse();
    }
    expect(known.isText(new ArrayBuffer(4))).toBeFalse();
    expect(known.isMessage(unknown('audio'))).toBeFalse();
    expect(known.isMessage({ type: 'text', id: 't', ts: 1, content: 'ping' })).toBeFalse();
  });

  it('knows a message by its type', () => {
    expect(new KeepAlives(keepAlives).isMessage(unknown('Heartbeat'))).toBeTrue();
  });

  for (const frame of ['{"ping":1796013977822}', '{"op":"Heartbeat","n":3}', '["pong"]', '{"event": "keepalive"}']) {
    it(`knows ${frame}, which is no message, also as bytes`, () => {
      const known = new KeepAlives(keepAlives);
      expect(known.isNamedIn(frame)).toBeTrue();
      expect(known.isNamedIn(new TextEncoder().encode(frame).buffer)).toBeTrue();
    });
  }

  it('takes no message that can’t be read for one because it has such a word somewhere', () => {
    const known = new KeepAlives(keepAlives);
    const long = JSON.stringify({ op: 'ping', of: '喵'.repeat(200) });
    for (const frame of ['{"says":"ping me"}', '{"time":1}', '{"pinged":1}', long]) {
      expect(known.isNamedIn(frame)).withContext(frame).toBeFalse();
    }
    expect(known.isNamedIn(new ArrayBuffer(4))).toBeFalse();
  });

  it('knows what it is told, and nothing where it is told nothing', () => {
    expect(new KeepAlives(['2']).isText('2')).toBeTrue();
    expect(new KeepAlives(['2']).isText('ping')).toBeFalse();
    expect(new KeepAlives([]).isText('')).toBeFalse();
  });
});
