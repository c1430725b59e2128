import type { ServerMessage } from '../../protocol/index.ts';
import { withAbsoluteMedia } from './inbox.ts';

const ORIGIN = 'https://server.example';
const FIELDS = { id: 'i', ts: 0, mimeType: 'video/mp4' };

describe('withAbsoluteMedia', () => {
  it("puts relative addresses on the server's origin", () => {
    const message: ServerMessage = { ...FIELDS, type: 'video', url: '/media/a.mp4', posterUrl: '/media/a.jpg' };
    expect(withAbsoluteMedia(message, ORIGIN)).toEqual({
      ...message,
      url: `${ORIGIN}/media/a.mp4`,
      posterUrl: `${ORIGIN}/media/a.jpg`,
    });
  });

  it('leaves absolute and data addresses as they are', () => {
    const message: ServerMessage = { ...FIELDS, type: 'image', url: 'data:image/png;base64,AAAA' };
    expect(withAbsoluteMedia(message, ORIGIN)).toEqual(message);
  });

  it('puts the reference images of a prompt on it too', () => {
    const message: ServerMessage = { ...FIELDS, type: 'system', event: 'accepted', attachments: ['/media/a.png'] };
    expect(withAbsoluteMedia(message, ORIGIN)).toEqual({ ...message, attachments: [`${ORIGIN}/media/a.png`] });
  });

  it('adds no address where there is none, and leaves other messages alone', () => {
    const message: ServerMessage = { ...FIELDS, type: 'image', data: 'AAAA' };
    expect(withAbsoluteMedia(message, ORIGIN)).toEqual(message);
    const text: ServerMessage = { id: 'i', ts: 0, type: 'text', content: '/media/a.mp4' };
    expect(withAbsoluteMedia(text, ORIGIN)).toBe(text);
  });
});
