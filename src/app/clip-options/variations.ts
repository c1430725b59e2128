import type { PromptOptions } from '../../services/index.ts';

/** How many of the same may be asked for at once. */
export const VARIATION_COUNTS = [1, 2, 4] as const;

/** One of {@link VARIATION_COUNTS}. */
export type VariationCount = (typeof VARIATION_COUNTS)[number];

/** Enough seeds that two are hardly ever the same, and short enough to be read and typed. */
const SEEDS = 100_000;

/** A seed that was not there before, in all likelihood. */
export function newSeed(): number {
  return Math.floor(Math.random() * SEEDS);
}

/**
 * The options of so many prompts that ask for the same: each with a seed of its own, and where there are several with one
 * group. A seed that was given is the first one's.
 */
export function variationsOf({ group: _, ...options }: PromptOptions, count: VariationCount): readonly PromptOptions[] {
  if (count === 1) return [options];
  const group = newGroup();
  const seeds = [options.seed ?? newSeed(), ...Array.from({ length: count - 1 }, newSeed)];
  return seeds.map((seed) => ({ ...options, seed, group }));
}

/** A UUID. Pages without TLS have no `crypto.randomUUID`. */
function newGroup(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
