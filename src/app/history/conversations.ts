import { computed, DOCUMENT, effect, inject, linkedSignal, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { asyncScheduler, from, fromEvent, map, startWith, switchMap, throttleTime } from 'rxjs';

import { RunningJobs, type RunningJob } from './running-jobs.ts';
import { CurrentConversation } from './current-conversation.ts';
import { EarlierPosters } from './earlier-posters.ts';
import { HistoryChannel } from './history-channel.ts';
import { HISTORY_STORE } from './store/history-token.ts';
import type { ConversationChange, ConversationRecord } from './store/records.ts';

/** How often the list is read again at most, in milliseconds. */
const LIST_INTERVAL = 100;

/** A conversation as a list shows it. */
export interface ListedConversation extends ConversationRecord {
  readonly isUnread: boolean;
  /** The job under way that has come furthest. */
  readonly job?: RunningJob;
}

/** All conversations of this browser that are not deleted, and their names. */
@Service()
export class Conversations {
  private readonly store = inject(HISTORY_STORE);
  private readonly channel = inject(HistoryChannel);
  private readonly current = inject(CurrentConversation);
  private readonly runningJobs = inject(RunningJobs);
  private readonly document = inject(DOCUMENT);
  private readonly earlierPosters = inject(EarlierPosters);

  private readonly records = toSignal(
    this.channel.changes$.pipe(
      throttleTime(LIST_INTERVAL, asyncScheduler, { leading: true, trailing: true }),
      startWith(null),
      switchMap(() => from(this.store.conversations())),
    ),
  );
  private readonly isVisible = toSignal(
    fromEvent(this.document, 'visibilitychange').pipe(
      startWith(null),
      map(() => this.document.visibilityState === 'visible'),
    ),
    { requireSync: true },
  );

  /** The conversations, that which was changed last first; undefined while they are read for the first time. */
  readonly list = computed(() => {
    const [jobs, current] = [this.runningJobs.jobs(), this.current.id()];
    const posters = this.earlierPosters.byConversation();
    return this.records()
      ?.toSorted((one, other) => other.changedAt - one.changedAt)
      .map((record): ListedConversation => {
        const [job] = (jobs.get(record.id) ?? []).toSorted((one, other) => (other.percent ?? 0) - (one.percent ?? 0));
        const isUnread = record.id !== current && (record.finishedAt ?? 0) > (record.seenAt ?? 0);
        const posterUrl = record.posterUrl ?? posters.get(record.id);
        return {
          ...record,
          ...(posterUrl !== undefined && { posterUrl }),
          isUnread,
          ...(job !== undefined && { job }),
        };
      });
  });
  /** What the conversation that is open is called; null for one without a name. */
  readonly openName = computed(() => {
    const record = this.records()?.find(({ id }) => id === this.current.id());
    return record?.title ?? record?.opening ?? null;
  });
  /** Opened, but not yet marked as seen. */
  private readonly isFreshlyOpened = linkedSignal({ source: this.current.id, computation: () => true });

  constructor() {
    effect(() => this.markCurrentAsSeen());
    effect(() => void this.earlierPosters.lookFor(this.records() ?? []));
  }

  /** Gives a conversation a name; an empty one has it called after its first prompt again. */
  rename(id: string, title: string): void {
    void this.change(id, { title: title.trim() === '' ? null : title.trim() });
  }

  /** Keeps a conversation at the top of the list, or lets it go. */
  togglePinned({ id, pinnedAt }: ConversationRecord): void {
    void this.change(id, { pinnedAt: pinnedAt === undefined ? Date.now() : null });
  }

  private markCurrentAsSeen(): void {
    const id = this.current.id();
    const record = this.records()?.find((known) => known.id === id);
    if (record === undefined || !this.isVisible()) return;
    const { seenAt = 0, finishedAt = 0 } = record;
    if (!this.isFreshlyOpened() && seenAt >= finishedAt) return;
    this.isFreshlyOpened.set(false);
    void this.change(record.id, { seenAt: Date.now() });
  }

  private async change(id: string, change: ConversationChange): Promise<void> {
    await this.store.changeConversation(id, change);
    this.channel.post({ kind: 'conversation', conversationId: id });
  }
}
