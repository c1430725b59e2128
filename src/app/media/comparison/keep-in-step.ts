/** How far two clips may be apart while they play before the second jumps, in seconds: less than anybody sees. */
const DRIFT = 0.1;

/**
 * Has a second clip do what the first one does: play, rest, go somewhere, at which speed. One that is shorter rests on its
 * last frame until the first begins again. Returns what ends it.
 */
export function keepInStep(leader: HTMLVideoElement, follower: HTMLVideoElement): () => void {
  const controller = new AbortController();
  const length = (): number => (Number.isFinite(follower.duration) ? follower.duration : Infinity);
  const catchUp = (): void => {
    follower.currentTime = Math.min(leader.currentTime, length());
  };
  const play = (): void => {
    if (!leader.paused && leader.currentTime < length()) follower.play().catch(() => undefined);
  };
  const rest = (): void => follower.pause();
  const actions: Readonly<Record<string, readonly (() => void)[]>> = {
    play: [catchUp, play],
    playing: [play],
    // What has to load would else fall behind.
    waiting: [rest],
    pause: [rest, catchUp],
    seeking: [catchUp, play],
    ratechange: [() => (follower.playbackRate = leader.playbackRate)],
    timeupdate: [
      () => {
        if (Math.abs(Math.min(leader.currentTime, length()) - follower.currentTime) > DRIFT) catchUp();
      },
    ],
  };
  for (const [name, runs] of Object.entries(actions)) {
    for (const run of runs) leader.addEventListener(name, run, { signal: controller.signal });
  }
  return () => controller.abort();
}
