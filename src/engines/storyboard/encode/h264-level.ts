import LEVELS from './h264-levels.json' with { type: 'json' };

const HIGHEST = 51;
/** Where the profile, its constraints and the level are, in a parameter set that begins with its own type. */
const PROFILE = 1;
const LEVEL = 3;

/**
 * The lowest level that allows such frames. The table has levels times ten, and how many macroblocks a frame and a second may
 * have (table A-1 of the standard); a side has no more than the root of eight times those of a frame.
 */
export function levelOf(width: number, height: number, frameRate: number): number {
  const sides = [Math.ceil(width / 16), Math.ceil(height / 16)] as const;
  const blocks = sides[0] * sides[1];
  const fits = ([, frame = 0, second = 0]: readonly number[]) =>
    blocks <= frame && Math.max(...sides) ** 2 <= 8 * frame && blocks * frameRate <= second;
  return LEVELS.find(fits)?.[0] ?? HIGHEST;
}

/**
 * Writes a level into a decoder's configuration (`avcC`) and the sequence parameter set in it, in place. The encoder
 * states one that its frames are too many for, which strict decoders refuse.
 * @returns The codec as a MIME type names it, such as `avc1.42c01e`.
 */
export function stateLevel(description: Uint8Array, level: number): string {
  description[3] = level;
  // Version, profile, constraints, level, length size, number of sets, and the length of the first; then the set itself.
  const set = description.subarray(8);
  set[LEVEL] = level;
  return `avc1.${[...set.subarray(PROFILE, LEVEL + 1)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
