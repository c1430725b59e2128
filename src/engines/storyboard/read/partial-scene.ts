import type { Scene } from '../scene.ts';

type Open = Pick<Scene, 'place' | 'weather' | 'time' | 'motion' | 'camera' | 'style'>;

/** What is asked for; of a part that is undefined nothing is said. */
export interface PartialScene
  extends Pick<Scene, 'cast' | 'props' | 'unknown'>, Readonly<{ [Part in keyof Open]: Open[Part] | undefined }> {
  readonly isSlow: boolean;
  /** One of what is unknown is where it is to be, so no other place is chosen. */
  readonly isPlaceUnknown?: boolean;
}
