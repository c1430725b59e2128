import type {
  Experimental_VideoModelV4 as VideoModel,
  Experimental_VideoModelV4VideoData as VideoData,
} from '@ai-sdk/provider';
import { APICallError, experimental_getVideoStatus as getVideoStatus, experimental_startVideo as startVideo } from 'ai';
import type { EngineProfile } from '../../protocol/index.ts';
import type { VideoDownloader, VideoSource } from '../downloads/index.ts';
import { EngineFault, TransientFault } from '../port/engine-fault.ts';
import type { JsonValue } from '../port/job-journal.ts';
import { messageOf } from '../port/message-of.ts';
import type { RemoteService, RemoteOperation } from '../port/remote-service.ts';
import { sleep } from '../port/sleep.ts';
import type { EngineEvent, EngineImage, EngineRequest } from '../port/video-engine.ts';
import type { BackoffOptions } from '../remote/backoff.ts';
import { answerFault, connectionFault, wordsFault } from '../remote/classify-fault.ts';
import { QUESTION_LIMIT_MS } from '../remote/classifying-fetch.ts';
import { downloadClip } from '../remote/download-clip.ts';
import { Estimates } from '../remote/estimate.ts';
import type { Redact } from '../remote/redactor.ts';
import { readImageHeader } from '../stills/image-header.ts';
import { videoCall } from './video-call.ts';

type ProviderOptions = NonNullable<Parameters<typeof startVideo>[0]['providerOptions']>;
type VideoStatus = Awaited<ReturnType<typeof getVideoStatus>>;
type Status<Name extends VideoStatus['status']> = Extract<VideoStatus, { readonly status: Name }>;

/** What one server with a model of the AI SDK is. */
export interface VideoModelServiceOptions {
  readonly endpoint: string;
  readonly model: VideoModel;
  readonly downloader: VideoDownloader;
  readonly redact: Redact;
  readonly frames?: EngineProfile['frames'];
  readonly providerOptions?: ProviderOptions;
  /** Sent with the download of a clip, where the model names an address of this origin. */
  readonly downloadHeaders?: Readonly<Record<string, string>>;
  /** How far an operation is, from 0 to 1, where the model says so in a status; by default it is estimated. */
  readonly progressIn?: (status: Status<'pending'>) => number | undefined;
  /** The file of a still of a finished clip; undefined where there is none. A clip without one is a clip all the same. */
  readonly still?: (operation: JsonValue, signal: AbortSignal) => Promise<Uint8Array | undefined>;
  readonly find?: NonNullable<RemoteService['find']>;
  readonly cancel?: NonNullable<RemoteService['cancel']>;
  readonly check?: NonNullable<RemoteService['check']>;
  readonly backoff?: BackoffOptions;
  /** How often to ask, in milliseconds; default 2,000. */
  readonly pollMs?: number;
}

/** The handle of an operation, as it is stored: the model's operation, and what it warned of. */
interface StartedOperation {
  readonly operation: JsonValue;
  readonly warnings: readonly string[];
}

const POLL_MS = 2_000;
const GUESSED_CLIP_MS = 90_000;
/** How long people wait for a still whose clip is there, in milliseconds. */
const STILL_LIMIT_MS = 5_000;

/** A server that is reached through a video model of the AI SDK. */
export class VideoModelService implements RemoteService {
  readonly endpoint: string;
  readonly find?: NonNullable<RemoteService['find']>;
  readonly cancel?: NonNullable<RemoteService['cancel']>;
  readonly check?: NonNullable<RemoteService['check']>;
  readonly #options: VideoModelServiceOptions;
  readonly #estimates = new Estimates(GUESSED_CLIP_MS);

  constructor(options: VideoModelServiceOptions) {
    this.endpoint = options.endpoint;
    this.#options = options;
    if (options.find !== undefined) this.find = options.find;
    if (options.check !== undefined) this.check = options.check;
    const { cancel } = options;
    if (cancel !== undefined) {
      this.cancel = (operation, signal) =>
        cancel({ ...operation, handle: startedOperation(operation).operation }, signal);
    }
  }

  async start(request: EngineRequest, signal: AbortSignal): Promise<JsonValue> {
    const { model, frames, providerOptions } = this.#options;
    try {
      const { operation, warnings } = await startVideo({
        ...videoCall(request, frames),
        model,
        ...(providerOptions && { providerOptions }),
        // Providers that know it start nothing twice for it.
        headers: { 'idempotency-key': request.jobId },
        // Whether to ask again is decided where it is known that nothing has begun.
        maxRetries: 0,
        abortSignal: signal,
      });
      return { operation, warnings: warnings.flatMap(warningText).map(this.#options.redact) };
    } catch (error) {
      signal.throwIfAborted();
      throw this.#faultOf(error, { isStart: true });
    }
  }

  async *follow(remote: RemoteOperation, signal: AbortSignal): AsyncGenerator<EngineEvent, void, undefined> {
    const { operation, warnings } = startedOperation(remote);
    yield* warnings.map((warning) => ({ kind: 'text', delta: `${warning}\n` }) as const);
    for (let isWatched = false; ; isWatched = true) {
      const status = await this.#status(operation, signal);
      switch (status.status) {
        case 'pending':
          yield this.#progress(status, remote);
          await sleep(this.#options.pollMs ?? POLL_MS, signal);
          break;
        case 'error':
          throw wordsFault(status.error, this.#options.redact);
        case 'completed':
          // What was done before anybody looked says nothing of how long it took.
          if (isWatched) this.#estimates.of(remote.request).learn(Date.now() - remote.startedAt);
          return yield* this.#clip(status, operation, signal);
      }
    }
  }

  async #status(operation: JsonValue, signal: AbortSignal): Promise<VideoStatus> {
    // Some packages ask by POST, which the `fetch` takes for a start, and gives as long as it takes.
    const limit = AbortSignal.timeout(QUESTION_LIMIT_MS);
    try {
      return await getVideoStatus(this.#options.model, {
        operation,
        abortSignal: AbortSignal.any([signal, limit]),
        maxRetries: 0,
      });
    } catch (error) {
      signal.throwIfAborted();
      if (limit.aborted) throw new TransientFault({ detail: 'no answer within a minute', cause: error });
      throw this.#faultOf(error, { isStart: false });
    }
  }

  #progress(status: Status<'pending'>, { request, startedAt }: RemoteOperation): EngineEvent {
    const estimated = this.#estimates.of(request).progressAfter(Date.now() - startedAt);
    const told = this.#options.progressIn?.(status);
    return told === undefined ? estimated : { ...estimated, progress: 0.95 * told };
  }

  async *#clip(
    status: Status<'completed'>,
    operation: JsonValue,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent, void, undefined> {
    const [made] = status.videos;
    if (made === undefined) throw new EngineFault('result_unusable', { detail: 'the answer has no video' });
    yield { kind: 'progress', progress: 0.96, stage: 'download' };
    const video = await downloadClip(this.#sourceOf(made), this.#options, signal);
    const image = await this.#still(operation, signal);
    if (image !== undefined) yield { kind: 'poster', image };
    yield { kind: 'progress', progress: 1, stage: 'done' };
    yield { kind: 'video', video };
  }

  async #still(operation: JsonValue, signal: AbortSignal): Promise<EngineImage | undefined> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(STILL_LIMIT_MS)]);
    const bytes = await this.#options.still?.(operation, limit).catch(() => undefined);
    signal.throwIfAborted();
    const header = bytes && readImageHeader(bytes);
    return bytes && header && { bytes, ...header };
  }

  #sourceOf(video: VideoData): VideoSource {
    if (video.type === 'base64') return { kind: 'base64', data: video.data };
    if (video.type === 'binary') return { kind: 'bytes', bytes: video.data };
    if (video.type !== 'url') throw new EngineFault('result_unusable', { detail: `the clip is ${video.type}` });
    const { downloadHeaders } = this.#options;
    const isOwn = URL.parse(video.url)?.origin === URL.parse(this.endpoint)?.origin;
    return { kind: 'url', url: video.url, ...(isOwn && downloadHeaders && { headers: downloadHeaders }) };
  }

  #faultOf(error: unknown, { isStart }: { readonly isStart: boolean }): EngineFault {
    const { redact } = this.#options;
    if (error instanceof EngineFault) return error;
    if (!APICallError.isInstance(error)) {
      // Vercel's AI Gateway wraps what its package was told by the service, or by `fetch`.
      const { cause } = Object(error) as { readonly cause?: unknown };
      if (cause instanceof EngineFault || APICallError.isInstance(cause)) return this.#faultOf(cause, { isStart });
      return error instanceof TypeError ? connectionFault(error, isStart) : wordsFault(messageOf(error), redact);
    }
    const { statusCode: status, responseBody: text = error.message, responseHeaders } = error;
    // An answer that can't be read is no refusal: the operation may well have begun.
    if (status === undefined || status < 400) {
      return new TransientFault({ detail: redact(error.message), mayHaveStarted: isStart });
    }
    return answerFault({ status, text, retryAfter: responseHeaders?.['retry-after'], isStart }, redact);
  }
}

/** @throws EngineFault `engine_uncertain` where an engine of another kind has stored something else */
function startedOperation({ handle }: RemoteOperation): StartedOperation {
  const stored = Object(handle) as Partial<StartedOperation>;
  if (stored.operation === undefined || !Array.isArray(stored.warnings)) {
    throw new EngineFault('engine_uncertain', { detail: 'what was stored of the job is not of this engine' });
  }
  return { operation: stored.operation, warnings: stored.warnings };
}

/** What was asked for and is not done. Of size and shape models take either, and warn of the other. */
function warningText(warning: Awaited<ReturnType<typeof startVideo>>['warnings'][number]): readonly string[] {
  if (warning.type === 'other') return [warning.message];
  if (!('feature' in warning) || ['aspectRatio', 'resolution'].includes(warning.feature)) return [];
  return [warning.details ?? `${warning.feature} is not supported`];
}
