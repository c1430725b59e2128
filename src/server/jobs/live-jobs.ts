import type { EventLog, Job, MessageDraft } from '../ports/index.ts';

/** What has passed of one job, the last of each kind. */
interface LiveJob {
  /** Its place in the line, or how far it is. */
  state?: MessageDraft;
  /** The text so far. */
  text?: Extract<MessageDraft, { type: 'text' }>;
  preview?: MessageDraft;
}

/**
 * Tells what passes of the jobs that are under way, and remembers the last of it for a client that comes later:
 * nothing of it is in the log.
 */
export class LiveJobs {
  readonly #log: Pick<EventLog, 'publish'>;
  readonly #byCode = new Map<string, Map<string, LiveJob>>();

  constructor(log: Pick<EventLog, 'publish'>) {
    this.#log = log;
  }

  /** Tells the followers of the job's code a passing message of it. */
  tell(job: Job, draft: MessageDraft): void {
    this.#remember(job, draft);
    this.#log.publish(job.code, draft);
  }

  /** A job is over, or begins anew: what has passed of it means nothing any more. */
  forget({ code, id }: Job): void {
    const ofCode = this.#byCode.get(code);
    ofCode?.delete(id);
    if (ofCode?.size === 0) this.#byCode.delete(code);
  }

  /** What a client of a code that knows all kept messages has yet to be told. A text in it is all of it so far. */
  current(code: string): readonly MessageDraft[] {
    const jobs = [...(this.#byCode.get(code)?.values() ?? [])];
    return jobs.flatMap(({ state, text, preview }) => [state ?? [], text ?? [], preview ?? []].flat());
  }

  #remember({ code, id }: Job, draft: MessageDraft): void {
    const ofCode = this.#byCode.get(code) ?? new Map<string, LiveJob>();
    const live = ofCode.get(id) ?? {};
    this.#byCode.set(code, ofCode.set(id, live));
    if (draft.type === 'system') live.state = draft;
    if (draft.type === 'image') live.preview = draft;
    if (draft.type !== 'text') return;
    const { append, ...text } = draft;
    live.text = append === true ? { ...text, content: (live.text?.content ?? '') + text.content } : text;
  }
}
