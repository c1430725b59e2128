import { computed, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { asyncScheduler, filter, from, map, type Observable, startWith, Subject, switchMap, throttleTime } from 'rxjs';

import { WebSocketService } from '../../services/index.ts';
import { isActive, type Turn } from '../conversation-model/turn.ts';
import { CurrentConversation } from './current-conversation.ts';
import { HistoryChannel } from './history-channel.ts';
import { restoreConversation } from './restore-conversation.ts';
import { RunningJobs } from './running-jobs.ts';
import { HISTORY_STORE } from './store/history-token.ts';
import type { ConversationContent, ConversationRecord } from './store/records.ts';

/** How often it is read again at most, in milliseconds. */
const READ_INTERVAL = 100;

/** How long the undo of a deletion is offered beside the list, in milliseconds; then its jobs are stopped. */
const UNDO_TIME = 10_000;

/** How long what was deleted is there to be brought back, in days. */
export const DAYS_IN_TRASH = 30;
const TIME_IN_TRASH = DAYS_IN_TRASH * 24 * 60 * 60 * 1_000;

/** Jobs of what was deleted longer ago have ended by themselves, in milliseconds: a day. */
const LONGEST_JOB = 24 * 60 * 60 * 1_000;

/** Dates a deletion back beyond everything that is kept. */
const LONG_AGO = 0;

/** A conversation that was deleted here a moment ago. */
interface JustRemoved {
  readonly record: ConversationRecord;
  readonly wasOpen: boolean;
}

/** Deleted conversations: out of sight, with all that was made in them, and brought back within thirty days. */
@Service()
export class Trash {
  private readonly store = inject(HISTORY_STORE);
  private readonly channel = inject(HistoryChannel);
  private readonly current = inject(CurrentConversation);
  private readonly runningJobs = inject(RunningJobs);
  private readonly socket = inject(WebSocketService);

  private readonly erased = new Subject<string>();
  private readonly fresh = signal<readonly JustRemoved[]>([]);
  private readonly records = toSignal(
    this.channel.changes$.pipe(
      throttleTime(READ_INTERVAL, asyncScheduler, { leading: true, trailing: true }),
      startWith(null),
      switchMap(() => from(this.store.deleted())),
    ),
    { initialValue: [] },
  );

  /** What is in it, that which was deleted last first. */
  readonly content = computed(() =>
    this.records().toSorted((one, other) => (other.deletedAt ?? 0) - (one.deletedAt ?? 0)),
  );
  /** Whether the conversation that is open is in it: another tab has deleted it, or its address was opened. */
  readonly hasOpen = computed(() => this.records().some(({ id }) => id === this.current.id()));
  /** The conversations that were deleted here within the last ten seconds, the last one first. */
  readonly justRemoved = computed(() => this.fresh().map(({ record }) => record));
  /**
   * The ids of conversations that this page erases for good, so that what belongs to them elsewhere is deleted too. Hot;
   * replays nothing; never errors or completes.
   */
  readonly erased$: Observable<string> = this.erased.asObservable();

  constructor() {
    void this.finishDeletions();
    this.socket.restored$.pipe(takeUntilDestroyed()).subscribe(({ id }) => void this.cancelIfDeleted(id));
    this.channel.changes$
      .pipe(
        filter((change) => change.kind === 'sent'),
        map(({ conversationId }) => conversationId),
        takeUntilDestroyed(),
      )
      // Whoever asks in it has brought it back.
      .subscribe((id) => this.forgetFresh(id));
  }

  /** Puts a conversation in. Its jobs go on for the seconds in which that can be undone beside the list. */
  async add(record: ConversationRecord): Promise<void> {
    const { id } = record;
    const removed = { record, wasOpen: this.current.id() === id };
    this.fresh.update((all) => [removed, ...all]);
    setTimeout(() => void this.endUndo(removed), UNDO_TIME);
    await this.mark(id, Date.now());
    this.current.leave(id);
  }

  /** Brings one back, and opens it again where it was open when it was deleted here. */
  async bringBack(id: string): Promise<void> {
    const wasOpen = this.fresh().find(({ record }) => record.id === id)?.wasOpen ?? false;
    this.forgetFresh(id);
    await this.mark(id, null);
    if (wasOpen) await this.current.reopen(id);
  }

  /** Erases one for good. */
  async erase(id: string): Promise<void> {
    this.forgetFresh(id);
    await this.stopJobs(id);
    await this.mark(id, LONG_AGO);
    await this.eraseOlderThan(Date.now() - TIME_IN_TRASH);
    this.current.leave(id);
  }

  private async endUndo(removed: JustRemoved): Promise<void> {
    if (!this.fresh().includes(removed)) return;
    this.forgetFresh(removed.record.id);
    const deleted = await this.store.deleted();
    // Another tab may have brought it back.
    if (deleted.some(({ id }) => id === removed.record.id)) await this.stopJobs(removed.record.id);
  }

  private forgetFresh(id: string): void {
    this.fresh.update((all) => all.filter(({ record }) => record.id !== id));
  }

  /** Does what a page that was closed too early has left: its undo went with it, another page's may still be there. */
  private async finishDeletions(): Promise<void> {
    const deleted = await this.store.deleted();
    const now = Date.now();
    const isUndone = ({ deletedAt = 0 }: ConversationRecord): boolean => deletedAt > now - UNDO_TIME;
    const mayRun = ({ deletedAt = 0 }: ConversationRecord): boolean => deletedAt > now - LONGEST_JOB;
    for (const record of deleted) if (mayRun(record) && !isUndone(record)) await this.stopJobs(record.id);
    await this.eraseOlderThan(now - TIME_IN_TRASH);
    if (deleted.some(isUndone)) setTimeout(() => void this.finishDeletions(), UNDO_TIME);
  }

  private async eraseOlderThan(time: number): Promise<void> {
    const deleted = await this.store.deleted();
    await this.store.erase(time);
    for (const { id, deletedAt = 0 } of deleted) {
      if (deletedAt >= time) continue;
      this.erased.next(id);
      this.channel.post({ kind: 'conversation', conversationId: id });
    }
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

  private async mark(id: string, deletedAt: number | null): Promise<void> {
    await this.store.changeConversation(id, { deletedAt });
    this.channel.post({ kind: 'conversation', conversationId: id });
  }
}

/** The ids of the prompts that something is still to come of: those that wait to be sent, too. */
function unfinishedPrompts(content: ConversationContent): readonly string[] {
  return restoreConversation(content, { log: undefined, transient: [] })
    .copyTurns()
    .filter(isUnfinished)
    .flatMap(({ promptId }) => promptId ?? []);
}

function isUnfinished({ job, failure, setAside, replies }: Turn): boolean {
  if (job !== undefined) return isActive(job);
  return failure === undefined && setAside === undefined && replies.length === 0;
}
