import { pictureOf } from '../../engines/testing/pictures.ts';
import { UPLOAD_TYPES } from '../../protocol/index.ts';
import { exifOrientation, orientationSegment } from './exif-orientation.ts';
import { withoutMetadata } from './strip-metadata.ts';

const SECRET = 'GPS 31.2N 121.5E';

/** A segment of a JPEG: marker, length, data. */
function segment(marker: number, data: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(2 + data.length, 2);
  return Buffer.concat([head, Buffer.from(data, 'latin1')]);
}

function pngChunk(type: string, data: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type + data, 'latin1'), Buffer.alloc(4)]);
}

function webpChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(type, 'latin1'), length, data, Buffer.alloc(data.length % 2)]);
}

describe('withoutMetadata', () => {
  for (const mimeType of UPLOAD_TYPES) {
    const picture = pictureOf(
      '#208040',
      mimeType === 'image/jpeg' ? 'jpeg' : mimeType === 'image/png' ? 'png' : 'webp',
    );

    it(`leaves a ${mimeType} without any as it is`, () => {
      expect(withoutMetadata(picture, mimeType).equals(picture)).toBeTrue();
    });

    it(`never throws where a ${mimeType} is cut or broken`, () => {
      for (let length = 12; length < Math.min(picture.length, 700); length++) {
        const changed = Buffer.from(picture);
        changed[length] = (changed[length] ?? 0) ^ 0xff;
        expect(() => withoutMetadata(changed, mimeType)).not.toThrow();
        expect(() => withoutMetadata(picture.subarray(0, length), mimeType)).not.toThrow();
      }
    });
  }

  it('takes Exif, XMP, IPTC, comments and what follows the end out of a JPEG', () => {
    const picture = pictureOf('#208040', 'jpeg');
    const segments = [segment(0xe1, `Exif\0\0${SECRET}`), segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${SECRET}`)];
    const others = [segment(0xed, SECRET), segment(0xfe, SECRET), segment(0xe2, `MPF\0${SECRET}`)];
    const file = Buffer.concat([
      picture.subarray(0, 2),
      ...segments,
      ...others,
      picture.subarray(2),
      Buffer.from(SECRET),
    ]);
    expect(withoutMetadata(file, 'image/jpeg').equals(picture)).toBeTrue();
  });

  it('keeps which side of a JPEG is up', () => {
    const picture = pictureOf('#208040', 'jpeg');
    const file = Buffer.concat([picture.subarray(0, 2), orientationSegment(6), picture.subarray(2)]);
    const stripped = withoutMetadata(file, 'image/jpeg');
    expect(exifOrientation(stripped.subarray(2))).toBe(6);
    expect(stripped.equals(file)).toBeTrue();
  });

  it('takes texts, times and Exif out of a PNG', () => {
    const picture = pictureOf('#208040');
    const chunks = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'].map((type) => pngChunk(type, SECRET));
    const file = Buffer.concat([picture.subarray(0, 33), ...chunks, picture.subarray(33), Buffer.from(SECRET)]);
    expect(withoutMetadata(file, 'image/png').equals(picture)).toBeTrue();
  });

  it('takes Exif and XMP out of a WebP, with what promises them', () => {
    const [header, frame] = [Buffer.alloc(10), Buffer.from('frame')];
    header[0] = 0x1c;
    const chunks = [webpChunk('VP8X', header), webpChunk('VP8 ', frame)];
    const body = Buffer.concat([
      ...chunks,
      webpChunk('EXIF', Buffer.from(SECRET)),
      webpChunk('XMP ', Buffer.from('x')),
    ]);
    const stripped = withoutMetadata(Buffer.concat([riff(body.length), body]), 'image/webp');
    expect(stripped.includes(SECRET)).toBeFalse();
    expect(stripped[20]).toBe(0x10);
    expect(stripped.readUInt32LE(4)).toBe(stripped.length - 8);
  });
});

function riff(bodyLength: number): Buffer {
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + bodyLength, 4);
  return head;
}
