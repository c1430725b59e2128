const EXIF = 'Exif\0\0';
/** Where the TIFF header begins: after the marker, the length, and the name. */
const TIFF = 10;
const ORIENTATION_TAG = 0x0112;
const ENTRY_BYTES = 12;

/** Which side of a JPEG is up, from 1 to 8, by a segment of its Exif data; undefined where that does not say so. */
export function exifOrientation(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 4, TIFF) !== EXIF || segment.length < TIFF + 8) return undefined;
  const isLittle = segment.toString('latin1', TIFF, TIFF + 2) === 'II';
  const short = (at: number): number => (isLittle ? segment.readUInt16LE(at) : segment.readUInt16BE(at));
  const directory = TIFF + (isLittle ? segment.readUInt32LE(TIFF + 4) : segment.readUInt32BE(TIFF + 4));
  if (directory + 2 > segment.length) return undefined;
  for (let index = 0; index < short(directory); index++) {
    const entry = directory + 2 + index * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > segment.length) return undefined;
    const value = short(entry + 8);
    if (short(entry) === ORIENTATION_TAG) return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** A segment of Exif data that says nothing but which side is up. */
export function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  // One entry: the tag, a short, one of them, and its value.
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION_TAG, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 2 + EXIF.length + tiff.length]);
  return Buffer.concat([head, Buffer.from(EXIF, 'latin1'), tiff]);
}
