import { computed, DestroyRef, effect, inject, type Signal, signal } from '@angular/core';

import { clockText } from './clock-text.ts';
import { volumeOf } from './volume.ts';

/** What a media element is doing, as signals. */
export interface MediumState {
  readonly isPaused: Signal<boolean>;
  /** In seconds. */
  readonly time: Signal<number>;
  /** In seconds; 0 while it is not known. */
  readonly duration: Signal<number>;
  /** Time and duration for people: `0:01 / 0:04`. */
  readonly clock: Signal<string>;
  readonly isMuted: Signal<boolean>;
  /** From 0 to 1; 0 while it is mute. */
  readonly volume: Signal<number>;
  readonly hasSound: Signal<boolean>;
  readonly speed: Signal<number>;
  readonly isInOwnWindow: Signal<boolean>;
}

const EVENTS = [
  'play',
  'pause',
  'ended',
  'timeupdate',
  'seeking',
  'seeked',
  'durationchange',
  'loadeddata',
  'volumechange',
  'ratechange',
  'emptied',
  'enterpictureinpicture',
  'leavepictureinpicture',
] as const;

/** What browsers say of the sound of a clip, each in a way of its own. */
interface SoundFacts {
  readonly mozHasAudio?: boolean;
  readonly webkitAudioDecodedByteCount?: number;
  readonly audioTracks?: { readonly length: number };
}

/** Follows a media element; the time also between its events while somebody looks. In an injection context. */
export function injectMediumState(medium: Signal<HTMLVideoElement>, isLookedAt: Signal<boolean>): MediumState {
  const isPaused = signal(true);
  const [time, duration, speed, volume] = [signal(0), signal(0), signal(1), signal(1)];
  const [isMuted, hasSound, isInOwnWindow] = [signal(false), signal(false), signal(false)];
  const read = (element: HTMLVideoElement): void => {
    isPaused.set(element.paused);
    time.set(element.currentTime);
    duration.set(Number.isFinite(element.duration) ? element.duration : 0);
    volume.set(volumeOf(element));
    isMuted.set(volume() === 0);
    speed.set(element.playbackRate);
    isInOwnWindow.set(element.ownerDocument.pictureInPictureElement === element);
    hasSound.set(soundOf(element));
  };
  effect((onCleanup) => {
    const element = medium();
    const controller = new AbortController();
    const update = (): void => read(element);
    for (const name of EVENTS) element.addEventListener(name, update, { signal: controller.signal });
    update();
    onCleanup(() => controller.abort());
  });
  let frame = 0;
  const follow = (): void => {
    time.set(medium().currentTime);
    frame = requestAnimationFrame(follow);
  };
  effect(() => {
    cancelAnimationFrame(frame);
    if (isLookedAt() && !isPaused()) frame = requestAnimationFrame(follow);
  });
  inject(DestroyRef).onDestroy(() => cancelAnimationFrame(frame));
  const clock = computed(() => `${clockText(time())} / ${clockText(Math.round(duration()))}`);
  return { isPaused, time, duration, clock, isMuted, hasSound, volume, speed, isInOwnWindow };
}

/** Whether a clip has sound, as far as it is known by now. */
function soundOf(element: HTMLVideoElement): boolean {
  const { mozHasAudio, webkitAudioDecodedByteCount, audioTracks } = element as SoundFacts;
  return mozHasAudio === true || (webkitAudioDecodedByteCount ?? 0) > 0 || (audioTracks?.length ?? 0) > 0;
}
