import type { PromptOptions, SceneData } from '../../../protocol/index.ts';
import type { EngineEvent } from '../../port/video-engine.ts';

/** What a drawing thread is asked for. */
export interface ClipOrder {
  readonly prompt: string;
  readonly options?: PromptOptions;
  /** The scene before it in its conversation. */
  readonly before?: SceneData;
  /** Files of reference images. */
  readonly references: readonly Uint8Array[];
  /** One 32-bit cell; anything but 0 in it stops the work before the next frame. */
  readonly stop: SharedArrayBuffer;
}

/** What a drawing thread answers. After `done`, `stopped` or `failed` it takes another order. */
export type ClipReport =
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly message: string };
