/** A level of H.264: its number times ten, and how many macroblocks a frame and a second may have (table A-1 of the standard). */
const LEVELS: readonly (readonly [level: number, frame: number, second: number])[] = [
  [10, 99, 1_485],
  [11, 396, 3_000],
  [12, 396, 6_000],
  [13, 396, 11_880],
  [21, 792, 19_800],
  [22, 1_620, 20_250],
  [30, 1_620, 40_500],
  [31, 3_600, 108_000],
  [32, 5_120, 216_000],
  [40, 8_192, 245_760],
  [42, 8_704, 522_240],
  [50, 22_080, 589_824],
];
const HIGHEST = 51;
/** Where the profile, its constraints and the level are, in a parameter set that begins with its own type. */
const PROFILE = 1;
const LEVEL = 3;

/** The lowest level that allows such frames. */
export function levelOf(width: number, height: number, frameRate: number): number {
  const blocks = Math.ceil(width / 16) * Math.ceil(height / 16);
  return LEVELS.find(([, frame, second]) => blocks <= frame && blocks * frameRate <= second)?.[0] ?? HIGHEST;
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
