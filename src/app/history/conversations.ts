import { computed, DOCUMENT, effect, inject, linkedSignal, Service, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import {
  asyncScheduler,
  from,
  fromEvent,
  map,
  type Observable,
  startWith,
  Subject,
  switchMap,
  throttleTime,
} from 'rxjs';

import { WebSocketService } from '../../services/index.ts';
import { RunningJobs, type RunningJob } from './running-jobs.ts';
import { CurrentConversation } from './current-conversation.ts';
import { HistoryChannel } from './history-channel.ts';
import { HISTORY_STORE } from './store/history-token.ts';
import type { ConversationChange, ConversationRecord } from './store/records.ts';
import { unfinishedPrompts } from './unfinished-prompts.ts';

/** How often the list is read again at most, in milliseconds. */
const LIST_INTERVAL = 100;

/** How long what was deleted can be brought back, in milliseconds. */
const UNDO_TIME = 10_000;

/** What was deleted this long ago is another page's undo no more, in milliseconds. */
const ERASE_AFTER = 60_000;

/** A conversation as a list shows it. */
export interface ListedConversation extends ConversationRecord {
  readonly isUnread: boolean;
  /** The job under way that has come furthest. */
  readonly job?: RunningJob;
}

/** All conversations of this browser, and what can be done with one. */
@Service()
export class Conversations {
  private readonly store = inject(HISTORY_STORE);
  private readonly channel = inject(HistoryChannel);
  private readonly current = inject(CurrentConversation);
  private readonly runningJobs = inject(RunningJobs);
  private readonly socket = inject(WebSocketService);
  private readonly document = inject(DOCUMENT);

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
  private readonly erased = new Subject<string>();
  private readonly removed = signal<ConversationRecord | null>(null);
  private wasRemovedOpen = false;
  private undoTimer: ReturnType<typeof setTimeout> | undefined;

  /** The conversations, that which was changed last first; undefined while they are read for the first time. */
  readonly list = computed(() => {
    const [jobs, current] = [this.runningJobs.jobs(), this.current.id()];
    return this.records()
      ?.toSorted((one, other) => other.changedAt - one.changedAt)
      .map((record): ListedConversation => {
        const [job] = (jobs.get(record.id) ?? []).toSorted((one, other) => (other.percent ?? 0) - (one.percent ?? 0));
        const isUnread = record.id !== current && (record.finishedAt ?? 0) > (record.seenAt ?? 0);
        return { ...record, isUnread, ...(job !== undefined && { job }) };
      });
  });
  /** What the conversation that is open is called; null for one without a name. */
  readonly openName = computed(() => {
    const record = this.records()?.find(({ id }) => id === this.current.id());
    return record?.title ?? record?.opening ?? null;
  });
  /** The conversation that was deleted a moment ago and can be brought back; null where there is none. */
  readonly justRemoved = this.removed.asReadonly();
  /**
   * The ids of conversations that this page erases for good, so that what belongs to them elsewhere is deleted too. Hot;
   * replays nothing; never errors or completes.
   */
  readonly erased$: Observable<string> = this.erased.asObservable();

  /** Opened, but not yet marked as seen. */
  private readonly isFreshlyOpened = linkedSignal({ source: this.current.id, computation: () => true });

  constructor() {
    void this.finishDeletions();
    this.socket.restored$.pipe(takeUntilDestroyed()).subscribe(({ id }) => void this.cancelIfDeleted(id));
    effect(() => this.markCurrentAsSeen());
  }

  /** Gives a conversation a name; an empty one has it called after its first prompt again. */
  rename(id: string, title: string): void {
    void this.change(id, { title: title.trim() === '' ? null : title.trim() });
  }

  /** Deletes a conversation; for some seconds it can be brought back, and then its jobs are stopped. */
  async remove(id: string): Promise<void> {
    await this.eraseRemoved();
    const record = this.records()?.find((known) => known.id === id);
    if (record === undefined) return;
    this.removed.set(record);
    this.wasRemovedOpen = this.current.id() === id;
    this.undoTimer = setTimeout(() => void this.eraseRemoved(), UNDO_TIME);
    await this.change(id, { deletedAt: Date.now() });
    this.current.leave(id);
  }

  /** Brings back what was deleted last, and opens it again where it was open. */
  async bringBack(): Promise<void> {
    const record = this.removed();
    if (record === null) return;
    clearTimeout(this.undoTimer);
    this.removed.set(null);
    await this.change(record.id, { deletedAt: null });
    if (this.wasRemovedOpen) await this.current.reopen(record.id);
  }

  private async eraseRemoved(): Promise<void> {
    clearTimeout(this.undoTimer);
    const record = this.removed();
    if (record === null) return;
    this.removed.set(null);
    this.erased.next(record.id);
    await this.stopJobs(record.id);
    await this.store.erase(Date.now());
  }

  /** Does what a page that was closed too early has left: its undo went with it, another page's may still be there. */
  private async finishDeletions(): Promise<void> {
    const deleted = await this.store.deleted();
    const now = Date.now();
    const isFinal = ({ deletedAt = 0 }: ConversationRecord): boolean => deletedAt <= now - UNDO_TIME;
    for (const { id } of deleted.filter(isFinal)) await this.stopJobs(id);
    await this.store.erase(now - ERASE_AFTER);
    for (const { id, deletedAt = now } of deleted) if (deletedAt < now - ERASE_AFTER) this.erased.next(id);
    if (!deleted.every(isFinal)) setTimeout(() => void this.finishDeletions(), UNDO_TIME);
  }

  /** Stops the jobs of a conversation, and withdraws what waits to be sent. */
  private async stopJobs(id: string): Promise<void> {
    const unfinished = unfinishedPrompts(await this.store.content(id));
    const running = (this.runningJobs.jobs().get(id) ?? []).flatMap(({ promptId }) => promptId ?? []);
    for (const promptId of new Set([...unfinished, ...running])) this.socket.cancel(promptId);
  }

  /** The outbox of a page that is gone may hand over, however late, a prompt that nobody wants any more. */
  private async cancelIfDeleted(promptId: string): Promise<void> {
    const [conversationId] = await this.store.claim([{ replyTo: promptId, ts: Date.now() }]);
    const conversations = await this.store.conversations();
    if (!conversations.some(({ id }) => id === conversationId)) this.socket.cancel(promptId);
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
