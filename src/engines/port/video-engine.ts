import type { EngineInfo, PromptOptions, SceneData } from '../../protocol/index.ts';
import type { JobJournal } from './job-journal.ts';

/** What an engine is asked for. */
export interface EngineRequest {
  /** A UUID, also for engines that want one of their own. */
  readonly jobId: string;
  readonly prompt: string;
  readonly options?: PromptOptions;
  /** Reference images, in the order of the prompt. */
  readonly attachments?: readonly EngineAttachment[];
  /** The newest scene that was read before in the same conversation, for an engine that reads scenes. */
  readonly before?: SceneData;
}

/** A reference image of a prompt. It has been decoded once, when it was uploaded. */
export interface EngineAttachment {
  readonly bytes: Uint8Array;
  /** `image/png`, `image/jpeg` or `image/webp`. */
  readonly mimeType: string;
}

/** An encoded still. */
export interface EngineImage {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/** A finished clip. */
export interface EngineVideo extends EngineImage {
  readonly durationMs: number;
}

/** What an engine yields while it works. */
export type EngineEvent =
  /** How far it is. */
  | {
      readonly kind: 'progress';
      /** 0 to 1, never less than before. */
      readonly progress: number;
      /** One word for what it does now. */
      readonly stage: string;
      /** The engine's own estimate of what is left, in milliseconds. */
      readonly etaMs?: number;
    }
  /** A piece of the text that says what it understood; the pieces joined are the whole text. */
  | { readonly kind: 'text'; readonly delta: string }
  /** What it has read in the prompt; before the first piece of its text. */
  | { readonly kind: 'scene'; readonly scene: SceneData }
  /** A frame of the clip in the making. */
  | { readonly kind: 'preview'; readonly image: EngineImage }
  /** The still that stands for the clip; before the clip. */
  | { readonly kind: 'poster'; readonly image: EngineImage }
  /** The clip; once, last. */
  | { readonly kind: 'video'; readonly video: EngineVideo }
  /** It was no wish for a video, and the text is all; once, last, in place of the clip. */
  | { readonly kind: 'answered' };

/**
 * The reason of a signal that is aborted because this process ends, and the job is to go on in the next one: work that
 * another machine does is left to it. Any other reason ends that work too.
 */
export const SHUTDOWN = 'shutdown';

/** How many jobs an engine can have at once, where that changes with time. */
export interface EngineCapacity {
  /** As many as now. */
  readonly jobs: number;
  /** Resolves when it may have become another. Rejects with the signal's reason. */
  change(signal: AbortSignal): Promise<void>;
}

/** Something that makes a video of a prompt. */
export interface VideoEngine {
  readonly info: EngineInfo;
  /**
   * Less than what is configured where servers of it can take no job: more would be told as begun, and wait. Absent where it
   * does not change.
   */
  readonly capacity?: EngineCapacity | undefined;
  /**
   * Makes one clip. The iteration ends after the `video` or `answered`, throws where the engine fails (an `EngineFault` where the cause
   * is known), and throws `signal.reason` soon after `signal` is aborted, having stopped its work.
   * @param journal what is stored with the job about its operation on another machine; without one nothing is resumed
   */
  generate(request: EngineRequest, signal: AbortSignal, journal?: JobJournal): AsyncIterable<EngineEvent>;
  /**
   * Whether a request is no wish for a video, and is answered in words and without work: then it does not wait behind clips.
   * Absent where every request is a wish.
   */
  answersAtOnce?(request: Pick<EngineRequest, 'prompt' | 'options'>): boolean;
  /**
   * What keeps it from making clips, in a line for whoever runs it about each server, as far as asking costs nothing. Never
   * rejects. Absent where there is nothing to ask.
   */
  troubles?(signal: AbortSignal): Promise<readonly string[]>;
  /** Ends what the engine holds: threads, connections. Work on other machines goes on. */
  close(): Promise<void>;
}
