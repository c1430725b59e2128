import { addressMedia, atBasePath, mediaNameIn } from './media-address.ts';

const BASE = '/kitten/';
const NAME = 'ab'.repeat(16);

describe('mediaNameIn', () => {
  it('finds a medium at the root and at the base path, on whichever host, and nowhere else', () => {
    for (const address of [
      `/media/${NAME}.png`,
      `/kitten/media/${NAME}.png`,
      `https://a.example/kitten/media/${NAME}.png`,
    ])
      expect(mediaNameIn(address, BASE)).withContext(address).toBe(`${NAME}.png`);
    expect(mediaNameIn(`/kitten/media/${NAME}.png`)).toBeUndefined();
    for (const path of [`/other/media/${NAME}.png`, `/kitten/media/media/${NAME}.png`, '/kitten/media/'])
      expect(mediaNameIn(path, BASE)).withContext(path).toBeUndefined();
  });
});

describe('addressMedia', () => {
  const move = addressMedia(BASE);

  it('has the addresses of media below the base path, in whichever field', () => {
    const message = { poster: `/media/${NAME}.png`, attachments: [`/media/${NAME}.png`, `/media/${NAME}.jpg`] };
    expect(move?.(JSON.stringify(message))).toBe(JSON.stringify(message).replaceAll('/media/', '/kitten/media/'));
  });

  it('changes nothing of what people write', () => {
    for (const content of [
      `say "/media/${NAME}.png"`,
      `"/media/${NAME}.png", see`,
      `\\"/media/${NAME}.png`,
      '/media/x',
    ]) {
      const text = JSON.stringify({ type: 'text', content });
      expect(move?.(text)).toBe(text);
    }
  });

  it('costs nothing at the root', () => {
    expect(addressMedia('/')).toBeUndefined();
    expect(atBasePath('/', '/media/x')).toBe('/media/x');
  });
});
