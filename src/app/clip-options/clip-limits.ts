/** A range of numbers, both ends included. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

/** What the clips of an engine may be. */
export interface ClipLimits {
  /** Lengths in seconds; where there are `only` some, the range is from the first to the last of them. */
  readonly seconds: NumberRange & { readonly only?: readonly number[] };
  /** The only sizes, `1280x720`; absent where any will do whose sides are within {@link CLIP_SIDE}. */
  readonly sizes?: readonly string[];
  /** Whether the same prompt with the same seed gives the same clip. */
  readonly hasSeed: boolean;
}

/** The length of a side where an engine names no sizes, in pixels. */
export const CLIP_SIDE: NumberRange = { least: 128, most: 1280 };

/** The largest seed of the protocol. */
export const LARGEST_SEED = 2 ** 32 - 1;

/** The limits of the built-in engine; assumed too where an engine does not state its own. */
export const USUAL_LIMITS: ClipLimits = { seconds: { least: 1, most: 10 }, hasSeed: true };
