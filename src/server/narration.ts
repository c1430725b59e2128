import { randomUUID } from 'node:crypto';
import { clipName } from './clip-name.ts';
import type {
  EngineEvent,
  EngineImage,
  EngineVideo,
  EventLog,
  Job,
  MediaStore,
  MessageDraft,
} from './ports/index.ts';
import type { Envelope } from '../protocol/index.ts';

/** At most about ten progress messages a second: more moves no bar that people see. */
const PROGRESS_INTERVAL_MS = 100;

/** What a narration needs. */
export interface NarrationContext {
  readonly log: EventLog;
  readonly media: MediaStore;
  /** A clock that only goes forward, in milliseconds. */
  readonly now: () => number;
}

/** Says whose message it is: every message of a job carries this. */
export function ofJob(job: Job): Required<Pick<Envelope, 'jobId' | 'replyTo'>> {
  return { jobId: job.id, replyTo: job.prompt.id };
}

/** Tells what an engine does with one job as messages of the job's code. */
export class Narration {
  readonly #context: NarrationContext;
  readonly #job: Job;
  #text: { readonly id: string; whole: string } | undefined;
  #posterUrl: string | undefined;
  #progressToldAt = -Infinity;

  constructor(context: NarrationContext, job: Job) {
    this.#context = context;
    this.#job = job;
  }

  /** Tells an event. Rejects where a medium or a message can't be kept. */
  async tell(event: EngineEvent): Promise<void> {
    switch (event.kind) {
      case 'progress':
        return this.#progress(event);
      case 'text':
        return this.#delta(event.delta);
      case 'preview':
        return this.#preview(event.image);
      case 'poster':
        await this.endText();
        return this.#poster(event.image);
      case 'video':
        await this.endText();
        return this.#video(event.video);
    }
  }

  /** Keeps the text that has been told so far, whole. Without one it does nothing. */
  async endText(): Promise<void> {
    if (this.#text === undefined) return;
    const { id, whole } = this.#text;
    this.#text = undefined;
    await this.#keep({ type: 'text', id, content: whole, ...ofJob(this.#job) });
  }

  #progress({ progress, stage, etaMs }: Extract<EngineEvent, { kind: 'progress' }>): void {
    const now = this.#context.now();
    if (now - this.#progressToldAt < PROGRESS_INTERVAL_MS) return;
    this.#progressToldAt = now;
    const left = etaMs === undefined ? {} : { etaMs };
    this.#pass({ type: 'system', event: 'progress', progress, stage, ...left, ...ofJob(this.#job) });
  }

  #delta(delta: string): void {
    this.#text ??= { id: randomUUID(), whole: '' };
    this.#text.whole += delta;
    this.#pass({ type: 'text', id: this.#text.id, content: delta, append: true, ...ofJob(this.#job) });
  }

  #preview({ bytes, ...facts }: EngineImage): void {
    // In the message itself: a file would have to be cleaned up once nobody looks at it any more.
    const data = base64(bytes);
    this.#pass({ type: 'image', preview: true, data, ...facts, bytes: bytes.length, ...ofJob(this.#job) });
  }

  async #poster({ bytes, ...facts }: EngineImage): Promise<void> {
    const { url } = await this.#context.media.put({ bytes, mimeType: facts.mimeType });
    this.#posterUrl = url;
    const name = clipName(this.#job.prompt.content, facts.mimeType);
    await this.#keep({ type: 'image', url, name, ...facts, bytes: bytes.length, ...ofJob(this.#job) });
  }

  async #video({ bytes, ...facts }: EngineVideo): Promise<void> {
    const { url } = await this.#context.media.put({ bytes, mimeType: facts.mimeType });
    const name = clipName(this.#job.prompt.content, facts.mimeType);
    const poster = this.#posterUrl === undefined ? {} : { posterUrl: this.#posterUrl };
    const video = { url, name, ...facts, bytes: bytes.length, ...poster };
    await this.#keep({ type: 'video', ...video, ...ofJob(this.#job) });
  }

  #pass(draft: MessageDraft): void {
    this.#context.log.publish(this.#job.code, draft);
  }

  async #keep(draft: MessageDraft): Promise<void> {
    await this.#context.log.append(this.#job.code, draft);
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
