import { until } from '../../testing/index.ts';

/** How many frames in a row have to be the same. */
const FRAMES = 10;

/**
 * Resolves once what a look finds has been the same for ten frames of the page.
 * @param look called in each frame; what it finds is compared as JSON
 * @throws Error after the limit of {@link until}
 */
export async function atRest(look: () => unknown): Promise<void> {
  let [before, still] = ['', 0];
  await until(
    async () => {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const found = JSON.stringify(look());
      still = found === before ? still + 1 : 0;
      before = found;
      return still === FRAMES;
    },
    { what: `${FRAMES} frames in which this stays the same: ${look.toString()}` },
  );
}
