const { sin, cos, abs, max, floor } = Math;

/** The part of a number behind the point. */
const part = (turns: number) => turns - floor(turns);
/** Below zero in a crouch, which takes a fifth of the time, then as high as it goes. */
const leap = (turns: number) =>
  part(turns) < 0.2 ? -sin((part(turns) / 0.2) * Math.PI) : sin(((part(turns) - 0.2) / 0.8) * Math.PI);
/** How long something has lain on the floor, as a share: it falls for two fifths of the time. */
const landed = (turns: number) => max(0, (part(turns) - 0.4) / 0.6);

/** How something goes to and fro, by an angle that grows with time and by how much of the clip has passed. */
const SHAPES = {
  sine: sin,
  cosine: cos,
  bounce: (angle: number) => abs(sin(angle)),
  push: (angle: number) => max(0, sin(angle)),
  punch: (angle: number) => max(0, sin(angle)) ** 2,
  nod: (angle: number) => 0.5 + 0.5 * sin(angle),
  /** In phrases, with pauses between them. */
  speech: (angle: number) => sin(angle) * (sin(angle * 0.144) > -0.3 ? 1 : 0),
  /** Up, and again from below. */
  rise: part,
  up: (turns: number) => max(0, leap(turns)),
  crouch: (turns: number) => max(0, -leap(turns)),
  /** Its nose up as it leaves the ground, and down before it lands. */
  pitch: (turns: number) => cos(part(turns) * 6) * max(0, leap(turns)),
  /** From the top to the floor. */
  drop: (turns: number) => max(0, 1 - (part(turns) / 0.4) ** 2),
  /** Up from the floor twice, each time less. */
  rebound: (turns: number) => {
    const height = sin(landed(turns) * 2 * Math.PI);
    return max(height, -0.3 * height);
  },
  tumble: (turns: number) => (part(turns) < 0.4 ? sin(turns * 13) : 0),
  squash: (turns: number) => (landed(turns) > 0 ? max(0, cos(landed(turns) * 12)) * (1 - landed(turns)) : 0),
  on: (angle: number) => angle,
  still: () => 1,
  share: (_: number, share: number) => share,
  eased: (_: number, share: number) => share * share * (3 - 2 * share),
} as const;

/** How far at most, how quickly, in which shape (`sine` unless it is said), and how much earlier. */
type Wave = readonly [most: number, speed: number, shape?: keyof typeof SHAPES, ahead?: number];

/** What moves, each part of it as a sum of waves. */
export type Waves<Part extends string> = Readonly<Partial<Record<Part, readonly Wave[]>>>;

type Sums<Part extends string> = Readonly<Partial<Record<Part, number>>>;

/**
 * How far each part is from its place.
 * @param clock Seconds, or radians of a step.
 * @param share How much of the clip has passed, 0 to 1.
 */
export function sumsOf<Part extends string>(waves: Waves<Part>, clock: number, share: number): Sums<Part> {
  const at = ([most, speed, shape = 'sine', ahead = 0]: Wave) => most * SHAPES[shape](clock * speed + ahead, share);
  const sumOf = (all: readonly Wave[]) => all.reduce((sum, wave) => sum + at(wave), 0);
  const sums = Object.entries<readonly Wave[] | undefined>(waves).map(([name, all = []]) => [name, sumOf(all)]);
  return Object.fromEntries(sums) as Sums<Part>;
}
