import type { PlayerCommand } from './player-keys.ts';
import { nextSpeed } from './speeds.ts';
import { stepVolume } from './volume.ts';

/** In clips up to this long an arrow goes a second, in longer ones five; in seconds. */
const SHORT = 30;

/** What a command is for. */
export interface Commanded {
  readonly medium: HTMLVideoElement;
  /** What fills the screen: the clip with its controls. */
  readonly frame: HTMLElement;
  /** How long a frame of the clip is. */
  readonly frameSeconds: number;
}

/** Does with a clip what a person has asked for. */
export function runCommand(command: PlayerCommand, { medium, frame, frameSeconds }: Commanded): void {
  switch (command.kind) {
    case 'toggle':
      if (medium.paused) medium.play().catch(() => undefined);
      else medium.pause();
      return;
    case 'mute':
      medium.muted = !medium.muted;
      return;
    case 'volume':
      return stepVolume(medium, command.by);
    case 'begin':
      medium.currentTime = 0;
      return;
    case 'end':
      medium.currentTime = lengthOf(medium);
      return;
    case 'seek':
      return move(medium, command.by * (lengthOf(medium) > SHORT ? 5 : 1));
    case 'frame':
      medium.pause();
      return move(medium, command.by * frameSeconds);
    case 'speed':
      medium.playbackRate = nextSpeed(medium.playbackRate, command.by);
      return;
    case 'full-screen':
      return toggleFullScreen(frame, medium);
    case 'none':
  }
}

function move(medium: HTMLVideoElement, by: number): void {
  medium.currentTime = Math.min(Math.max(medium.currentTime + by, 0), lengthOf(medium));
}

function lengthOf({ duration }: HTMLVideoElement): number {
  return Number.isFinite(duration) ? duration : 0;
}

function toggleFullScreen(frame: HTMLElement, medium: HTMLVideoElement): void {
  if (frame.ownerDocument.fullscreenElement === frame) frame.ownerDocument.exitFullscreen().catch(() => undefined);
  else if (frame.ownerDocument.fullscreenEnabled) frame.requestFullscreen().catch(() => undefined);
  // iPhones give the whole screen to the clip alone.
  else (medium as { webkitEnterFullscreen?: () => void }).webkitEnterFullscreen?.();
}
