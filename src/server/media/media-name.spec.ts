import { downloadName, isMediaName, mediaExtension, newMediaName } from './media-name.ts';

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

describe('downloadName', () => {
  it('is the prompt with an extension', () => {
    expect(downloadName('一只橘猫在雨夜的霓虹街头散步', 'video/mp4')).toBe('一只橘猫在雨夜的霓虹街头散步.mp4');
  });

  it('holds nothing that a file name can’t', () => {
    expect(downloadName('../a\\b:c*d?"e"<f>|\u0000g\u202eh\n', 'video/mp4')).toBe('a b c d e f g h.mp4');
  });

  it('is short, and cuts no character in two', () => {
    expect(downloadName('😺'.repeat(100), 'video/webm')).toBe(`${'😺'.repeat(32)}.webm`);
  });

  it('has a name where nothing of the prompt is left', () => {
    expect(downloadName('...', 'video/mp4')).toBe('问小猫.mp4');
  });
});
