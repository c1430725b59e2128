/** In what steps it is stored how far people were told that a job is, in percent. */
const TOLD_STEP = 5;

/** What is stored for a progress. Rounded up, so that a clip costs few writes and nothing below it was told; but not to the end before that was told. */
export function toldPercent(progress: number): number {
  return progress < 1 ? Math.min(99, Math.ceil((progress * 100) / TOLD_STEP) * TOLD_STEP) : 100;
}
