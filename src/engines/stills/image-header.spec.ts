import { createCanvas } from '@napi-rs/canvas';
import { readImageHeader } from './image-header.ts';

describe('readImageHeader', () => {
  const canvas = createCanvas(301, 203);
  const files = [
    ['image/png', canvas.encodeSync('png')],
    ['image/jpeg', canvas.encodeSync('jpeg', 80)],
    ['image/webp', canvas.encodeSync('webp', 80)],
    ['image/webp', canvas.encodeSync('webp', 100)],
  ] as const;

  for (const [mimeType, file] of files) {
    it(`finds the size of ${mimeType} (${file.length} bytes), wherever it lies in its buffer`, () => {
      const moved = Buffer.concat([Buffer.from('x'), file]).subarray(1);
      for (const bytes of [file, moved]) expect(readImageHeader(bytes)).toEqual({ mimeType, width: 301, height: 203 });
    });

    it(`never throws where ${mimeType} (${file.length} bytes) ends too early, or a byte of it is another`, () => {
      for (let length = 0; length < Math.min(file.length, 700); length++) {
        const cut = readImageHeader(file.subarray(0, length));
        if (cut !== undefined) expect([cut.width, cut.height]).toEqual([301, 203]);
        const changed = Buffer.from(file);
        changed[length] = (changed[length] ?? 0) ^ 0xff;
        expect(() => readImageHeader(changed)).not.toThrow();
      }
    });
  }

  it('reads the extended kind of WebP, and skips what may stand before the frame of a JPEG', () => {
    const webp = Buffer.from('524946460000000057454250565038580a00000010000000e70300f30100', 'hex');
    expect(readImageHeader(webp)).toEqual({ mimeType: 'image/webp', width: 1_000, height: 500 });
    const jpeg = Buffer.from('ffd8ffe000040000ffffc4000400 00ffc2000b08010002000311000000'.replace(' ', ''), 'hex');
    expect(readImageHeader(jpeg)).toEqual({ mimeType: 'image/jpeg', width: 512, height: 256 });
  });

  it('steps over markers without a length, and believes no frame inside of a comment', () => {
    const falseFrame = 'ffc0000b08000a000a03000311000000';
    const comment = `fffe${(2 + falseFrame.length / 2).toString(16).padStart(4, '0')}${falseFrame}`;
    const jpeg = Buffer.from(`ffd8ff01ffd0${comment}ffc2000b08010002000311000000`, 'hex');
    expect(readImageHeader(jpeg)).toEqual({ mimeType: 'image/jpeg', width: 512, height: 256 });
  });

  it('looks for the frame of a JPEG in its first 256 KiB only: there may be nothing but markers', () => {
    const endless = Buffer.alloc(8 * 1024 * 1024, 0xff);
    endless.set([0xff, 0xd8, 0xff]);
    const before = process.threadCpuUsage();
    expect(readImageHeader(endless)).toBeUndefined();
    // In microseconds of this thread, whatever else the machine does.
    expect(process.threadCpuUsage(before).user).toBeLessThan(200_000);
  });

  it('takes no picture without a size, and nothing else', () => {
    const flat = Buffer.from(files[0][1]);
    flat.writeUInt32BE(0, 16);
    for (const bytes of [flat, Buffer.from('GIF89a'), Buffer.alloc(0)]) expect(readImageHeader(bytes)).toBeUndefined();
  });
});
