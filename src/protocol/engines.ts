import type { ClipOptions } from './client-messages.ts';
import type { SceneWords } from './scene.ts';

/** What draws the videos behind a gateway. */
export interface EngineInfo {
  /** For people. */
  readonly name: string;
  /** False for an engine that draws by rule; people are told. */
  readonly isModel: boolean;
}

/** An engine that a prompt may choose. What is absent is not known: anything may be asked for. */
export interface EngineProfile extends EngineInfo {
  /** What `options.engine` calls it; see {@link isEngineId}. */
  readonly id: string;
  /** The model behind it, as its maker calls it. */
  readonly model?: string;
  /** The lengths that it makes. */
  readonly seconds?: readonly number[] | SecondsRange;
  /** The sizes that it makes, `1280x720`; the first is its own choice. */
  readonly sizes?: readonly string[];
  /** False: a seed changes nothing. */
  readonly seed?: boolean;
  /** How many reference images it takes; 0 for none. */
  readonly images?: number;
  /** What a reference image is to it: the first frame; or the first and, where there are two, the last one. */
  readonly frames?: 'first' | 'first-last';
  /** Whether its clips have sound. */
  readonly sound?: boolean;
  /** An estimate of whoever runs the server. */
  readonly price?: EnginePrice;
  /** It takes `options.scene`, and these are its words. */
  readonly scene?: SceneWords;
  /** The address of all the subjects that it knows, of the form of `scene.subject`. */
  readonly subjects?: string;
}

/** Lengths of a clip in seconds, both ends included. */
export interface SecondsRange {
  /** The shortest. */
  readonly min: number;
  /** The longest. */
  readonly max: number;
}

/** What a clip costs. */
export interface EnginePrice {
  /** Not negative. */
  readonly amount: number;
  /** ISO 4217, `CNY`. */
  readonly currency: string;
  /** What costs so much. */
  readonly per: 'clip' | 'second';
}

/** What a clip is made with, as it was then: the engine may be gone since. */
export interface MadeWith extends EngineInfo {
  /** The engine's id. */
  readonly id: string;
  /** The model behind it, as its maker calls it. */
  readonly model?: string;
  /** What it took then. */
  readonly price?: EnginePrice;
  /** What the engine was given, where a bot may have made it of what was asked, and once that is known. */
  readonly prompt?: string;
  /** As the prompt asked for them in `accepted`; as the engine took them in `video`. */
  readonly options?: ClipOptions;
}

/** Whether a text may be the id of an engine. */
export function isEngineId(text: string | undefined): text is string {
  return text !== undefined && /^[a-z0-9-]{1,40}$/.test(text);
}

/** Whether a text is a size, `WIDTHxHEIGHT` in pixels, each from 10 to 9999. */
export function isSize(text: unknown): text is string {
  return typeof text === 'string' && /^[1-9]\d{1,3}x[1-9]\d{1,3}$/.test(text);
}
