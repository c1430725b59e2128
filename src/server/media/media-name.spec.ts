import { isMediaName, mediaExtension, newMediaName } from './media-name.ts';

describe('media names', () => {
  it('knows the formats that browsers show', () => {
    expect(['video/mp4', 'video/webm', 'image/png', 'image/jpeg', 'image/webp'].map(mediaExtension)).toEqual([
      'mp4',
      'webm',
      'png',
      'jpg',
      'webp',
    ]);
  });

  it('refuses every other type', () => {
    for (const type of ['text/html', 'image/svg+xml', 'constructor', '__proto__']) {
      expect(() => mediaExtension(type))
        .withContext(type)
        .toThrowError(TypeError);
    }
  });

  it('recognises its own names', () => {
    expect(isMediaName(newMediaName('video/mp4'))).toBeTrue();
  });

  it('recognises nothing else', () => {
    const name = newMediaName('video/mp4');
    const page = name.replace('.mp4', '.html');
    for (const other of [`../${name}`, `.${name}.tmp`, `a/${name}`, `${name}/`, 'cat.mp4', page]) {
      expect(isMediaName(other)).withContext(other).toBeFalse();
    }
  });
});
