import { createHash } from 'node:crypto';
import { clipName } from '../media/clip-name.ts';
import type { LiveJobs } from './live-jobs.ts';
import type { EngineEvent, EngineImage, EngineVideo } from '../../engines/index.ts';
import type { Job, MediaStore, MessageDraft, StoredMedia } from '../ports/index.ts';
import type { Envelope } from '../../protocol/index.ts';

/** At most about ten progress messages a second: more moves no bar that people see. */
const PROGRESS_INTERVAL_MS = 100;

/** What a narration needs. */
export interface NarrationContext {
  readonly live: LiveJobs;
  readonly media: MediaStore;
  /** A clock that only goes forward, in milliseconds. */
  readonly now: () => number;
}

/** Says whose message it is: every message of a job carries this. */
export function ofJob(job: Job): Required<Pick<Envelope, 'jobId' | 'replyTo'>> {
  return { jobId: job.id, replyTo: job.prompt.id };
}

/** Says of a prompt that it has become a job, with what another client of the code has to know of it. */
export function acceptance(job: Job): MessageDraft {
  const { content: prompt, attachments } = job.prompt;
  const pictures = attachments === undefined ? {} : { attachments };
  return { type: 'system', event: 'accepted', content: '已收到', prompt, ...pictures, ...ofJob(job) };
}

/**
 * Tells what an engine does with one job while it does it, and gathers what is to be kept of it:
 * a job that does not come to its end leaves nothing behind that its next run would double.
 */
export class Narration {
  readonly #context: NarrationContext;
  readonly #job: Job;
  readonly #stored: StoredMedia[] = [];
  readonly #media: MessageDraft[] = [];
  #text = '';
  /** Whether a client may have an earlier run's piece of the text, which the first of this one has to replace. */
  #mayHaveText: boolean;
  #posterUrl: string | undefined;
  #progressToldAt = -Infinity;

  constructor(context: NarrationContext, job: Job, { isRepeat }: { readonly isRepeat: boolean }) {
    this.#context = context;
    this.#job = job;
    this.#mayHaveText = isRepeat;
  }

  /** Tells an event. Rejects where a medium can't be kept. */
  async tell(event: EngineEvent): Promise<void> {
    switch (event.kind) {
      case 'progress':
        return this.#progress(event);
      case 'text':
        return this.#delta(event.delta);
      case 'preview':
        return this.#preview(event.image);
      case 'poster':
        return this.#poster(event.image);
      case 'video':
        return this.#video(event.video);
    }
  }

  /** The text so far, whole; nothing where there is none. */
  text(): readonly MessageDraft[] {
    if (this.#text === '') return [];
    return [{ type: 'text', id: textId(this.#job), content: this.#text, ...ofJob(this.#job) }];
  }

  /** Text, poster and clip. */
  result(): readonly MessageDraft[] {
    return [...this.text(), ...this.#media];
  }

  /** Removes the media of a run that has no result. */
  async discardMedia(): Promise<void> {
    await Promise.all(this.#stored.map(({ name }) => this.#context.media.remove(name)));
  }

  #progress({ progress, stage, etaMs }: Extract<EngineEvent, { kind: 'progress' }>): void {
    const now = this.#context.now();
    if (now - this.#progressToldAt < PROGRESS_INTERVAL_MS) return;
    this.#progressToldAt = now;
    const left = etaMs === undefined ? {} : { etaMs };
    this.#pass({ type: 'system', event: 'progress', progress, stage, ...left, ...ofJob(this.#job) });
  }

  #delta(delta: string): void {
    this.#text += delta;
    const append = this.#mayHaveText ? {} : ({ append: true } as const);
    this.#mayHaveText = false;
    this.#pass({ type: 'text', id: textId(this.#job), content: delta, ...append, ...ofJob(this.#job) });
  }

  #preview({ bytes, ...facts }: EngineImage): void {
    // In the message itself: a file would have to be cleaned up once nobody looks at it any more.
    const data = base64(bytes);
    this.#pass({ type: 'image', preview: true, data, ...facts, bytes: bytes.length, ...ofJob(this.#job) });
  }

  async #poster(poster: EngineImage): Promise<void> {
    const image = await this.#store(poster);
    this.#posterUrl = image.url;
    this.#media.push({ type: 'image', ...image, ...ofJob(this.#job) });
  }

  async #video(clip: EngineVideo): Promise<void> {
    const video = await this.#store(clip);
    const poster = this.#posterUrl === undefined ? {} : { posterUrl: this.#posterUrl };
    this.#media.push({ type: 'video', ...video, ...poster, ...ofJob(this.#job) });
  }

  /** Keeps a medium; resolves with what a message says of it. */
  async #store<Medium extends EngineImage>({ bytes, ...facts }: Medium) {
    const stored = await this.#context.media.put({ bytes, mimeType: facts.mimeType });
    this.#stored.push(stored);
    const name = clipName(this.#job.prompt.content, facts.mimeType);
    return { url: stored.url, name, ...facts, bytes: bytes.length };
  }

  #pass(draft: MessageDraft): void {
    this.#context.live.tell(this.#job, draft);
  }
}

/** A UUID that is the same in every run of the job: what is told again takes the place of what was told before. */
function textId({ id }: Job): string {
  const hex = createHash('sha256').update(`text of ${id}`).digest('hex');
  // Version 8 is for ids that are made in a way of one's own.
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
