import type { Decision } from '../../bot/index.ts';
import type { TextMessage } from '../../protocol/index.ts';
import type { EventLog, Job, MessageDraft, QueueFull, QuotaUsed } from '../ports/index.ts';
import { jobFields } from './job-reporter.ts';
import { derivedUuid } from './derived-uuid.ts';
import type { LiveJobs } from './live-jobs.ts';

/** The gateway's own sentences beside those of the bot, in its two languages. */
const NOTICES = {
  failed: {
    zh: '（小猫暂时想不出更好的说法，这次按你的原话来画。）',
    en: '(Kitten can’t think of a better wording right now, so it goes by your own words.)',
  },
  queueFull: {
    zh: (left: number) => `排队的任务太多，最后 ${left} 个镜头没有排上，请稍后再发一次。`,
    en: (left: number) => `Too many jobs are queued: the last ${left} of the shots had no room. Send them later.`,
  },
  quotaUsed: {
    zh: (left: number) => `今天的任务数已经用完，最后 ${left} 个镜头没有排上，请明天再发。`,
    en: (left: number) =>
      `The jobs of today are used up: the last ${left} of the shots are not made. Send them tomorrow.`,
  },
} as const;

/** What a bot says to one prompt: published as it grows, and stored with what was decided. */
export class BotReply {
  readonly #job: Job;
  readonly #live: LiveJobs;
  readonly #id: string;
  readonly #language: 'zh' | 'en';
  #text = '';
  /** Whether a client may have a piece of it from an earlier run, which the first piece of this run replaces. */
  #mayHaveText: boolean;

  constructor(job: Job, { live, isRepeat }: { readonly live: LiveJobs; readonly isRepeat: boolean }) {
    this.#job = job;
    this.#live = live;
    this.#id = derivedUuid(`reply to ${job.id}`);
    this.#language = /\p{Script=Han}/u.test(job.prompt.content) ? 'zh' : 'en';
    this.#mayHaveText = isRepeat;
  }

  /** Publishes one more piece of the text. */
  add(delta: string): void {
    this.#text += delta;
    const append = this.#mayHaveText ? {} : ({ append: true } as const);
    this.#mayHaveText = false;
    this.#live.publish(this.#job, { type: 'text', id: this.#id, content: delta, ...append, ...jobFields(this.#job) });
  }

  /** Takes the whole text for what was published in pieces; returns the decision that came with it. */
  end({ text, decision }: { readonly text: string; readonly decision: Decision }): Decision {
    this.#text = text;
    return decision;
  }

  /** The durable message of the text so far, with what was decided; none where there is neither. */
  messages(decision?: Decision): readonly MessageDraft[] {
    const facts =
      decision?.kind === 'clip'
        ? { prompt: decision.prompt }
        : decision?.kind === 'shots'
          ? { shots: decision.prompts }
          : {};
    if (this.#text === '' && Object.keys(facts).length === 0) return [];
    return [{ type: 'text', id: this.#id, content: this.#text, ...facts, ...jobFields(this.#job) }];
  }

  /** What an earlier run has decided and stored; undefined where none has. */
  async findStored(log: Pick<EventLog, 'read'>): Promise<Decision | undefined> {
    const messages = await log.read(this.#job.code, 0);
    const stored = messages.find((message): message is TextMessage & typeof message => message.id === this.#id);
    if (stored?.shots !== undefined) return { kind: 'shots', prompts: stored.shots };
    return stored?.prompt === undefined ? undefined : { kind: 'clip', prompt: stored.prompt };
  }

  /** What is said where the bot failed. */
  noticeOfFailure(): string {
    return NOTICES.failed[this.#language];
  }

  /** What is said where only so many shots became jobs, the first ones, and why the others did not. */
  noticeOfShotsLeft(shots: readonly string[], taken: number, reason: QueueFull | QuotaUsed): readonly MessageDraft[] {
    const words = NOTICES['quotaOf' in reason ? 'quotaUsed' : 'queueFull'][this.#language];
    const content = words(shots.length - taken);
    return [{ type: 'text', content, shots: shots.slice(0, taken), ...jobFields(this.#job) }];
  }
}
