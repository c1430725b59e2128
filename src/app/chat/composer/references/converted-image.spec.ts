import { convertedImage, needsConversion } from './converted-image.ts';

/** A picture of two by one pixels, in a format that no server takes. */
const BITMAP = Uint8Array.from([
  0x42, 0x4d, 0x3e, 0, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0, 0x28, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0, 0, 0, 0, 0,
  8, 0, 0, 0, 0x13, 0x0b, 0, 0, 0x13, 0x0b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 0, 0,
]);

/** One pixel that shows what is under it, as GIF. */
const CLEAR = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

describe('a picture that is converted', () => {
  it('is one in another format than servers take', () => {
    const file = (name: string, type: string): File => new File([], name, { type });
    expect(needsConversion(file('IMG_1.HEIC', ''))).toBeTrue();
    expect(needsConversion(file('a', 'image/heif'))).toBeTrue();
    expect(needsConversion(file('a.avif', 'image/avif'))).toBeTrue();
    expect(needsConversion(file('a.jpg', 'image/jpeg'))).toBeFalse();
    expect(needsConversion(file('a.txt', 'text/plain'))).toBeFalse();
  });

  it('becomes a JPEG where the browser can read it, and nothing where it cannot', async () => {
    const jpeg = await convertedImage(new Blob([BITMAP], { type: 'image/bmp' }));
    expect(jpeg?.type).toBe('image/jpeg');
    const { width, height } = await createImageBitmap(jpeg!);
    expect([width, height]).toEqual([2, 1]);
    expect(await convertedImage(new Blob(['ftypheic'], { type: 'image/heic' }))).toBeNull();
  });

  it('has white where it was clear', async () => {
    const jpeg = await convertedImage(await (await fetch(CLEAR)).blob());
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    context.drawImage(await createImageBitmap(jpeg!), 0, 0);
    expect([...context.getImageData(0, 0, 1, 1).data]).toEqual([255, 255, 255, 255]);
  });
});
