import type { PromptOptions, SceneData } from '../../../protocol/index.ts';
import type { EngineEvent } from '../../port/video-engine.ts';

/** What a drawing process is asked for. */
export interface ClipRequest {
  readonly prompt: string;
  readonly options?: PromptOptions;
  /** The scene before it in its conversation. */
  readonly before?: SceneData;
  /** Files of reference images. */
  readonly references: readonly Uint8Array[];
}

/** What a drawing process is told: one request after another, and `stop` in between to end the one that is on. */
export type ToDrawingProcess = { readonly kind: 'make'; readonly request: ClipRequest } | { readonly kind: 'stop' };

/** What a drawing process answers. After `done`, `stopped` or `failed` it takes another request. */
export type ClipReport =
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | { readonly kind: 'done'; readonly bytesInUse: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly message: string };

/** The exit code of a process that ends because it uses more memory than it may. */
export const TOO_MUCH_MEMORY = 71;
