/** The longest of some clips, once all of them can begin or have failed; the first of those that are as long. */
export async function leaderOf(clips: readonly HTMLVideoElement[]): Promise<HTMLVideoElement | undefined> {
  await Promise.all(clips.map(whenReady));
  const [longest] = clips.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  return longest;
}

function whenReady(clip: HTMLVideoElement): Promise<unknown> {
  if (clip.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return Promise.resolve();
  return new Promise((resolve) => {
    for (const name of ['loadeddata', 'error']) clip.addEventListener(name, resolve, { once: true });
  });
}

function lengthOf({ duration }: HTMLVideoElement): number {
  return Number.isFinite(duration) ? duration : 0;
}
