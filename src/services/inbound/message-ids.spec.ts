import type { TextMessage } from '../../protocol/index.ts';
import { MessageIds } from './message-ids.ts';

function text(id: string, fields: Partial<TextMessage> = {}): TextMessage {
  return { type: 'text', id, ts: 1, content: id, ...fields };
}

describe('MessageIds', () => {
  it('makes two messages of two texts with one id', () => {
    const ids = new MessageIds();
    const [first, second] = [ids.ownOf(text('1')), ids.ownOf(text('1'))];
    expect(first).toEqual(text('1'));
    expect(second.id).not.toBe('1');
    expect(second).toEqual({ ...text('1'), id: second.id });
  });

  it('adds the pieces of a text to the newest under their id', () => {
    const ids = new MessageIds();
    expect(ids.ownOf(text('1', { append: true })).id).toBe('1');
    expect(ids.ownOf(text('1', { append: true })).id).toBe('1');
    // The whole takes the place of its pieces; the next one is another text.
    expect(ids.ownOf(text('1')).id).toBe('1');
    const { id } = ids.ownOf(text('1'));
    expect(id).not.toBe('1');
    expect(ids.ownOf(text('1', { append: true })).id).toBe(id);
  });

  it('leaves pictures as they are: a later one of the same id takes the place of the one before', () => {
    const ids = new MessageIds();
    const image = { type: 'image', id: '1', ts: 1, mimeType: 'image/png', url: '/a.png' } as const;
    ids.ownOf(image);
    expect(ids.ownOf(image)).toBe(image);
  });

  it('makes two messages of two clips, and of two errors, with one id', () => {
    const ids = new MessageIds();
    const clip = { type: 'video', id: '1', ts: 1, mimeType: 'video/mp4', url: '/a.mp4' } as const;
    const error = { type: 'error', id: '2', ts: 1, code: 'internal', content: '出错了', retryable: false } as const;
    expect(ids.ownOf(clip)).toBe(clip);
    expect(ids.ownOf(clip)).toBe(clip);
    expect(ids.ownOf({ ...clip, url: '/b.mp4' }).id).not.toBe('1');
    expect(ids.ownOf(error)).toBe(error);
    expect(ids.ownOf(error).id).not.toBe('2');
  });

  it('keeps apart what answers one request under its id: words, a picture and a clip', () => {
    const ids = new MessageIds();
    const image = { type: 'image', id: '1', ts: 1, mimeType: 'image/png', url: '/a.png' } as const;
    const clip = { type: 'video', id: '1', ts: 1, mimeType: 'video/mp4', url: '/a.mp4' } as const;
    const own = [text('1'), image, clip].map((message) => ids.ownOf(message).id);
    expect(new Set(own).size).toBe(3);
    expect(own[0]).toBe('1');
    // The next picture takes the place of this one, and of nothing else.
    expect(ids.ownOf({ ...image, url: '/b.png' }).id).toBe(own[1] ?? '');
  });

  it('takes what comes over a later socket under a known id for another message, unless it says the same', () => {
    const ids = new MessageIds();
    ids.ownOf(text('1'));
    ids.beginSocket();
    expect(ids.ownOf(text('1')).id).toBe('1');
    ids.beginSocket();
    expect(ids.ownOf(text('1', { content: '又是一条' })).id).not.toBe('1');
  });

  it('forgets the oldest of very many', () => {
    const ids = new MessageIds();
    for (let index = 0; index <= 1_000; index++) ids.ownOf(text(String(index)));
    expect(ids.ownOf(text('0')).id).toBe('0');
    expect(ids.ownOf(text('1000')).id).not.toBe('1000');
  });
});
