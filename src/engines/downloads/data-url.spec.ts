import { decodeBase64, decodeDataUrl } from './data-url.ts';

describe('decodeDataUrl()', () => {
  it('decodes base64, of either alphabet', () => {
    expect([...decodeDataUrl('data:video/mp4;base64,+/8=', 10)]).toEqual([251, 255]);
    expect([...decodeBase64('-_8', 10)]).toEqual([251, 255]);
  });

  it('refuses what is not in base64', () => {
    expect(() => decodeDataUrl('data:video/mp4,hello', 10)).toThrow(jasmine.objectContaining({ code: 'not_a_video' }));
    expect(() => decodeBase64('<html>', 10)).toThrow(jasmine.objectContaining({ code: 'not_a_video' }));
  });

  it('takes what is exactly as large as it may be, and refuses a byte more', () => {
    const text = (length: number): string => Buffer.alloc(length).toString('base64');
    for (const length of [4, 5, 6]) {
      expect(decodeBase64(text(length), length)).toHaveSize(length);
      expect(() => decodeBase64(text(length + 1), length)).toThrow(jasmine.objectContaining({ code: 'too_large' }));
    }
  });
});
