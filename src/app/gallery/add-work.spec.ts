import type { ImageMessage, VideoMessage } from '../../services/index.ts';
import { image, video } from '../testing/messages.ts';
import { addWork, type Work } from './add-work.ts';

function works(...messages: readonly (ImageMessage | VideoMessage)[]): readonly Work[] {
  return messages.reduce<readonly Work[]>(addWork, []);
}

describe('addWork', () => {
  const posterUrl = 'https://kitten.example/poster.png';

  it('puts the newest first', () => {
    const [first, second] = [video(), image()];
    expect(works(first, second).map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('shows no previews', () => {
    expect(works(image({ preview: true }))).toEqual([]);
  });

  it('shows a clip and its still as one, in either order', () => {
    const poster = image({ url: posterUrl });
    const clip = video({ posterUrl });
    expect(works(poster, clip)).toEqual([{ kind: 'video', id: clip.id, message: clip, poster }]);
    expect(works(clip, poster)).toEqual([{ kind: 'video', id: clip.id, message: clip }]);
  });

  it('shows what is replayed once', () => {
    const clip = video();
    const once = works(clip);
    expect(addWork(once, clip)).toBe(once);
  });
});
