import type { Bus, EventLog, Job, MessageDraft } from '../ports/index.ts';

/** The last transient message of each kind about one job. */
interface LiveJob {
  /** Its position in the queue, or its progress. */
  state?: MessageDraft;
  /** The text so far. */
  text?: Extract<MessageDraft, { type: 'text' }>;
  preview?: MessageDraft;
}

/** On which processes ask each other what is under way for a code. */
const CHANNEL = 'live jobs';

/**
 * Publishes the transient messages of the jobs under way, and remembers the last of each kind for a client that
 * connects later: the log does not store them.
 */
export class LiveJobs {
  readonly #log: Pick<EventLog, 'publish'>;
  readonly #bus: Pick<Bus, 'publish' | 'subscribe'> | undefined;
  readonly #byCode = new Map<string, Map<string, LiveJob>>();
  /** Whether it is this process that asks: it has told its client already. */
  #isAsking = false;

  /** @param bus reaches the processes that run other jobs; absent where there are none */
  constructor(log: Pick<EventLog, 'publish'>, bus?: Pick<Bus, 'publish' | 'subscribe'>) {
    this.#log = log;
    this.#bus = bus;
    bus?.subscribe(CHANNEL, (code) => this.#publishSnapshot(code));
  }

  /** Has the other processes publish what they know of a code's jobs under way: a client has come that knows nothing of it. */
  askOthers(code: string): void {
    this.#isAsking = true;
    this.#bus?.publish(CHANNEL, code);
    this.#isAsking = false;
  }

  /** Publishes a transient message of a job to the followers of its code. */
  publish(job: Job, draft: MessageDraft): void {
    this.#remember(job, draft);
    this.#log.publish(job.code, draft);
  }

  /** Forgets a job that has ended or starts again: its transient messages no longer hold. */
  forget({ code, id }: Job): void {
    const ofCode = this.#byCode.get(code);
    ofCode?.delete(id);
    if (ofCode?.size === 0) this.#byCode.delete(code);
  }

  /**
   * The transient messages that bring a client with all durable ones up to date. A text among them is all of it so
   * far.
   */
  snapshot(code: string): readonly MessageDraft[] {
    const jobs = [...(this.#byCode.get(code)?.values() ?? [])];
    return jobs.flatMap(({ state, text, preview }) => [state ?? [], text ?? [], preview ?? []].flat());
  }

  #publishSnapshot(code: string): void {
    if (this.#isAsking) return;
    for (const draft of this.snapshot(code)) this.#log.publish(code, draft);
  }

  #remember({ code, id }: Job, draft: MessageDraft): void {
    const ofCode = this.#byCode.get(code) ?? new Map<string, LiveJob>();
    const live = ofCode.get(id) ?? {};
    this.#byCode.set(code, ofCode.set(id, live));
    if (draft.type === 'system') live.state = draft;
    if (draft.type === 'image') live.preview = draft;
    if (draft.type !== 'text') return;
    const { append, ...text } = draft;
    live.text = append === true ? { ...live.text, ...text, content: (live.text?.content ?? '') + text.content } : text;
  }
}
