/** How a GIF is made of a clip. */
export interface GifPlan {
  readonly width: number;
  readonly height: number;
  /** Between two frames, in milliseconds: a GIF counts in hundredths of a second. */
  readonly delay: number;
  /** Which moments of the clip it shows, in seconds. */
  readonly times: readonly number[];
}

/** The longer side, in pixels, and how many frames: a GIF has a megabyte for every few seconds, and people send it on. */
const MOST_PIXELS = 480;
const MOST_FRAMES = 100;
const USUAL_DELAY = 100;

/** Plans a GIF of a clip's size in pixels, and its length in seconds. A long clip is shown whole, by fewer frames a second. */
export function planGif(clip: { readonly width: number; readonly height: number; readonly seconds: number }): GifPlan {
  const scale = Math.min(1, MOST_PIXELS / Math.max(clip.width, clip.height));
  const delay = Math.max(USUAL_DELAY, Math.ceil((clip.seconds * 100) / MOST_FRAMES) * 10);
  const count = Math.max(1, Math.floor((clip.seconds * 1_000) / delay));
  return {
    width: Math.max(1, Math.round(clip.width * scale)),
    height: Math.max(1, Math.round(clip.height * scale)),
    delay,
    times: Array.from({ length: count }, (_, index) => (index * delay) / 1_000),
  };
}
