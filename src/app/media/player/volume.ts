/** How far a key makes a clip louder or softer, of all that there is. */
const STEP = 0.1;

/** How loud a clip is, from 0 to 1; 0 where it is silent. */
export function volumeOf({ muted, volume }: HTMLMediaElement): number {
  return muted ? 0 : volume;
}

/** Makes a clip so loud. One that is made silent has its loudness again when it is no longer mute. */
export function setVolume(medium: HTMLMediaElement, volume: number): void {
  medium.muted = volume <= 0;
  if (volume > 0) medium.volume = Math.min(volume, 1);
}

/** Makes a clip a step louder or softer. */
export function stepVolume(medium: HTMLMediaElement, by: 1 | -1): void {
  setVolume(medium, Math.round((volumeOf(medium) + by * STEP) * 100) / 100);
}
