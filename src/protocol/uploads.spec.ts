import { decodeUpload, UPLOAD_TYPE_BYTES, uploadType } from './uploads.ts';

const ANSWER = { url: '/media/8b1d.png', mimeType: 'image/png', width: 3, height: 2, bytes: 70 };

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

describe('uploadType', () => {
  const files: readonly (readonly [string, string, string | undefined])[] = [
    ['a PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
    ['a JPEG', '\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['a WebP', 'RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
    ['a RIFF file of sound', 'RIFF\x24\0\0\0WAVEfmt ', undefined],
    ['a GIF', 'GIF89a\x01\0\x01\0', undefined],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', undefined],
    ['a page', '<!doctype html><script>alert(1)</script>', undefined],
    ['half a signature', '\x89PNG', undefined],
    ['nothing', '', undefined],
  ];
  for (const [name, text, type] of files) {
    it(`knows ${name} by its bytes`, () => {
      expect(uploadType(bytes(text))).toBe(type as never);
      expect(uploadType(bytes(text).subarray(0, UPLOAD_TYPE_BYTES))).toBe(type as never);
    });
  }
});

describe('decodeUpload', () => {
  it('reads an answer, and leaves out what it does not know', () => {
    expect(decodeUpload({ ...ANSWER, owner: 'me' })).toEqual(ANSWER);
  });

  for (const name of Object.keys(ANSWER)) {
    it(`wants ${name}`, () => {
      expect(decodeUpload({ ...ANSWER, [name]: undefined })).toBeUndefined();
    });
  }

  it('takes no address that must not stand in the page', () => {
    expect(decodeUpload({ ...ANSWER, url: 'javascript:alert(1)' })).toBeUndefined();
  });

  it('takes nothing that is no object', () => {
    for (const json of [null, 7, 'x', [ANSWER]]) expect(decodeUpload(json)).toBeUndefined();
  });
});
