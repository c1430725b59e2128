/** One box of an MP4 file. */
export interface Box {
  /** Four letters. */
  readonly type: string;
  /** The box without its header, a view into the file. */
  readonly body: Uint8Array;
}

/** The boxes that stand side by side in a stretch of an MP4 file, in order. */
export function* boxesIn(bytes: Uint8Array): Generator<Box> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  while (offset + 8 <= bytes.length) {
    const stated = view.getUint32(offset);
    const header = stated === 1 ? 16 : 8;
    const size = stated === 1 ? Number(view.getBigUint64(offset + 8)) : stated || bytes.length - offset;
    if (size < header) throw new RangeError('A box of an MP4 file is shorter than its header.');
    const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
    yield { type, body: bytes.subarray(offset + header, offset + size) };
    offset += size;
  }
}

/** Every box at a path such as `moov`, `trak`, `mdia`. */
export function* boxesAt(bytes: Uint8Array, path: readonly string[]): Generator<Box> {
  const [first, ...rest] = path;
  for (const box of boxesIn(bytes)) {
    if (box.type !== first) continue;
    if (rest.length === 0) yield box;
    else yield* boxesAt(box.body, rest);
  }
}

const BOXES_WITH_TIMES = ['moov mvhd', 'moov trak tkhd', 'moov trak mdia mdhd'];

/** Sets the times of creation and change in an MP4 file to zero, in place: unknown. Returns the same bytes. */
export function clearTimes(mp4: Uint8Array): Uint8Array {
  for (const path of BOXES_WITH_TIMES) {
    for (const { body } of boxesAt(mp4, path.split(' '))) {
      // Version and flags first; then two times of 32 bits in version 0, of 64 in version 1.
      const bytesOfTime = body[0] === 1 ? 16 : 8;
      body.fill(0, 4, 4 + bytesOfTime);
    }
  }
  return mp4;
}
