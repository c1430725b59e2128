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

  it('leaves media as they are: a later picture of the same id takes the place of the one before', () => {
    const ids = new MessageIds();
    const image = { type: 'image', id: '1', ts: 1, mimeType: 'image/png', url: '/a.png' } as const;
    ids.ownOf(image);
    expect(ids.ownOf(image)).toBe(image);
  });

  it('forgets the oldest of very many', () => {
    const ids = new MessageIds();
    for (let index = 0; index <= 1_000; index++) ids.ownOf(text(String(index)));
    expect(ids.ownOf(text('0')).id).toBe('0');
    expect(ids.ownOf(text('1000')).id).not.toBe('1000');
  });
});
