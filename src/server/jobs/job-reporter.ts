import { downloadName } from '../media/media-name.ts';
import { derivedUuid } from './derived-uuid.ts';
import type { LiveJobs } from './live-jobs.ts';
import type { EngineEvent, EngineImage, EngineVideo } from '../../engines/index.ts';
import type { Job, MediaStore, MessageDraft, StoredMedia, ToldProgress } from '../ports/index.ts';
import type { Envelope, MadeWith, SceneData } from '../../protocol/index.ts';

/** At most ten progress messages a second: nobody sees a bar move more often. */
const PROGRESS_INTERVAL_MS = 100;

/** What a reporter needs. */
export interface JobReporterContext {
  readonly live: LiveJobs;
  readonly media: MediaStore;
  /** A clock that only goes forward, in milliseconds. */
  readonly now: () => number;
}

/** What a reporter has to know of a run. */
export interface ReportedRun {
  /** Whether an earlier run may have sent a part of its messages. */
  readonly isRepeat: boolean;
  /** Undefined where there is no engine to run it. */
  readonly madeWith: MadeWith | undefined;
  /** The progress that earlier runs of the job have published; undefined where it is not stored. */
  readonly told: ToldProgress | undefined;
}

/** The fields that every message of a job carries. */
export function jobFields(job: Job): Required<Pick<Envelope, 'jobId' | 'replyTo'>> {
  return { jobId: job.id, replyTo: job.prompt.id };
}

/** Says that a prompt has become a job, with what another client of the code has to know of the prompt. */
export function acceptedMessage(job: Job, madeWith: MadeWith | undefined): MessageDraft {
  const { content: prompt, attachments, follows } = job.prompt;
  const images = attachments === undefined ? {} : { attachments };
  const plan = madeWith === undefined ? {} : { madeWith };
  const place = follows === undefined ? {} : { follows };
  const facts = { prompt, ...images, ...plan, ...place };
  return { type: 'system', event: 'accepted', content: '已收到', ...facts, ...jobFields(job) };
}

/**
 * Publishes what an engine does in one run of a job, and collects the durable messages of the result. They are stored
 * with the end of the job: a run without an end leaves nothing behind that the next run would double.
 */
export class JobReporter {
  readonly #context: JobReporterContext;
  readonly #job: Job;
  readonly #savedMedia: StoredMedia[] = [];
  readonly #mediaMessages: MessageDraft[] = [];
  #text = '';
  #scene: SceneData | undefined;
  readonly #madeWith: MadeWith | undefined;
  /** Whether a client may have a piece of the text from an earlier run, which the first piece of this run replaces. */
  #mayHaveText: boolean;
  readonly #told: ToldProgress | undefined;
  /** The progress that earlier runs have published: this run publishes nothing below it. */
  readonly #leastProgress: number;
  #posterUrl: string | undefined;
  #progressReportedAt = -Infinity;

  constructor(context: JobReporterContext, job: Job, { isRepeat, madeWith, told }: ReportedRun) {
    this.#context = context;
    this.#job = job;
    this.#mayHaveText = isRepeat;
    this.#madeWith = madeWith;
    this.#told = told;
    this.#leastProgress = told?.progress ?? 0;
  }

  /** Publishes the progress of earlier runs, where there was any: the engine may report none of its own for long. */
  resume(): void {
    if (this.#leastProgress === 0) return;
    this.#publish({ type: 'system', event: 'progress', progress: this.#leastProgress, ...jobFields(this.#job) });
  }

  /** Publishes or collects what an engine's event says. Rejects where a medium can't be saved. */
  async report(event: EngineEvent): Promise<void> {
    switch (event.kind) {
      case 'progress':
        return this.#reportProgress(event);
      case 'text':
        return this.#reportText(event.delta);
      case 'scene':
        this.#scene = event.scene;
        return;
      case 'answered':
        return;
      case 'preview':
        return this.#reportPreview(event.image);
      case 'poster':
        return this.#addPoster(event.image);
      case 'video':
        return this.#addVideo(event.video);
    }
  }

  /** The durable message of the text so far; none where there is no text. */
  textMessages(): readonly MessageDraft[] {
    if (this.#text === '') return [];
    const scene = this.#scene && { scene: this.#scene };
    return [{ type: 'text', id: textId(this.#job), content: this.#text, ...scene, ...jobFields(this.#job) }];
  }

  /** The durable messages of a finished run: text, poster and clip. */
  resultMessages(): readonly MessageDraft[] {
    return [...this.textMessages(), ...this.#mediaMessages];
  }

  /** Removes the saved media of a run without a result. */
  async discardMedia(): Promise<void> {
    await Promise.all(this.#savedMedia.map(({ name }) => this.#context.media.remove(name)));
  }

  async #reportProgress(event: Extract<EngineEvent, { kind: 'progress' }>): Promise<void> {
    const { stage, etaMs } = event;
    const now = this.#context.now();
    if (now - this.#progressReportedAt < PROGRESS_INTERVAL_MS) return;
    this.#progressReportedAt = now;
    const progress = Math.max(this.#leastProgress, event.progress);
    try {
      await this.#told?.raise(progress);
    } catch {
      // Progress that can't be stored is not published: after a restart the job would fall back behind it.
      return;
    }
    const left = etaMs === undefined ? {} : { etaMs };
    this.#publish({ type: 'system', event: 'progress', progress, stage, ...left, ...jobFields(this.#job) });
  }

  #reportText(delta: string): void {
    const scene = this.#text === '' && this.#scene ? { scene: this.#scene } : {};
    this.#text += delta;
    const append = this.#mayHaveText ? {} : ({ append: true } as const);
    this.#mayHaveText = false;
    this.#publish({
      type: 'text',
      id: textId(this.#job),
      content: delta,
      ...append,
      ...scene,
      ...jobFields(this.#job),
    });
  }

  #reportPreview({ bytes, ...facts }: EngineImage): void {
    // Within the message: a file would have to be removed once nobody needs it any more.
    const data = base64(bytes);
    this.#publish({ type: 'image', preview: true, data, ...facts, bytes: bytes.length, ...jobFields(this.#job) });
  }

  async #addPoster(poster: EngineImage): Promise<void> {
    const image = await this.#save(poster);
    this.#posterUrl = image.url;
    this.#mediaMessages.push({ type: 'image', ...image, ...jobFields(this.#job) });
  }

  async #addVideo(clip: EngineVideo): Promise<void> {
    const video = await this.#save(clip);
    const poster = this.#posterUrl === undefined ? {} : { posterUrl: this.#posterUrl };
    const made = this.#madeWith === undefined ? {} : { madeWith: this.#madeWith };
    this.#mediaMessages.push({ type: 'video', ...video, ...poster, ...made, ...jobFields(this.#job) });
  }

  /** Saves a medium; resolves with the fields of a message that describe it. */
  async #save<Medium extends EngineImage>({ bytes, ...facts }: Medium) {
    const { address, code } = this.#job;
    const saved = await this.#context.media.save({ bytes, mimeType: facts.mimeType, address, code });
    this.#savedMedia.push(saved);
    const name = downloadName(this.#job.prompt.content, facts.mimeType);
    return { url: saved.url, name, ...facts, bytes: bytes.length };
  }

  #publish(draft: MessageDraft): void {
    this.#context.live.publish(this.#job, draft);
  }
}

/** The same in every run of the job, so that a client replaces the text of an earlier run. */
function textId({ id }: Job): string {
  return derivedUuid(`text of ${id}`);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
