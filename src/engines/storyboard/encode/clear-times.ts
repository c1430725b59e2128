import { boxesAt } from './mp4-boxes.ts';

const BOXES_WITH_TIMES = [
  ['moov', 'mvhd'],
  ['moov', 'trak', 'tkhd'],
  ['moov', 'trak', 'mdia', 'mdhd'],
];

/** Sets the times of creation and change in an MP4 file to zero, in place: unknown. Returns the same bytes. */
export function clearTimes(mp4: Uint8Array): Uint8Array {
  for (const path of BOXES_WITH_TIMES) {
    for (const { body } of boxesAt(mp4, path)) {
      // Version and flags first; then two times of 32 bits in version 0, of 64 in version 1.
      const bytesOfTime = body[0] === 1 ? 16 : 8;
      body.fill(0, 4, 4 + bytesOfTime);
    }
  }
  return mp4;
}
