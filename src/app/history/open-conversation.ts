import { computed, DestroyRef, inject, Service, type Signal, signal } from '@angular/core';
import { Subscription } from 'rxjs';

import { type PromptMessage, WebSocketService } from '../../services/index.ts';
import { CurrentConversation, type Opened } from './current-conversation.ts';
import { History, type HistoryEvent, NOT_BEGUN } from './history.ts';
import { promptBeforeRepeat } from './prompt-before-repeat.ts';
import { restoreConversation } from './restore-conversation.ts';
import { HISTORY_STORE } from './store/history-token.ts';
import { type ConversationEvent, LiveConversation } from '../conversation-model/reduce-conversation.ts';
import type { Turn } from '../conversation-model/turn.ts';
import { injectText } from '../language/text.ts';
import { Notices } from '../notices/notices.ts';

/** How soon after one press of a button another one belongs to it, in milliseconds. */
const REPEATED_PRESS_MS = 1_000;

/** The conversation that is open, from the application's start on, whichever page is shown. */
@Service()
export class OpenConversation {
  private readonly socket = inject(WebSocketService);
  private readonly history = inject(History);
  private readonly store = inject(HISTORY_STORE);
  private readonly current = inject(CurrentConversation);
  private readonly notices = inject(Notices);
  private readonly text = injectText();

  /** Null while the first one is read. Changed in place: {@link changeCount} says when. */
  private live: LiveConversation | null = new LiveConversation();
  private readonly changeCount = signal(0);
  private readonly count = signal(0);
  private id = NOT_BEGUN;
  private lastResent = { wish: '', at: 0 };
  /** What happens while the conversation is read. */
  private meanwhile: ConversationEvent[] | undefined;

  /**
   * The turns in order; null while the first conversation is read. They are copied when somebody looks, so that what
   * comes together is one change.
   */
  readonly turns: Signal<readonly Turn[] | null> = computed(
    () => {
      this.changeCount();
      return this.live?.copyTurns() ?? null;
    },
    { equal: isSame },
  );
  /** The `id` of the last prompt that counts, which what is asked next follows; undefined before the first. */
  readonly lastPromptId = computed(() => {
    const counts = ({ promptId, setAside, failure }: Turn): boolean =>
      promptId !== undefined && setAside === undefined && failure === undefined;
    return this.turns()?.findLast(counts)?.promptId;
  });
  /** Counts the conversations that have been shown: another number means other turns, not more of the same. */
  readonly opening = this.count.asReadonly();

  constructor() {
    const subscription = new Subscription();
    subscription.add(this.current.opened$.subscribe((opened) => this.showOpened(opened)));
    subscription.add(this.history.events$.subscribe((event) => this.applyEvent(event)));
    inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
  }

  /**
   * Sends a prompt anew, at the end and under another id; the old one stays where it is, marked as sent again. Presses
   * that follow at once, the second of a double click or those of a key that is held, are the same wish.
   */
  resend(prompt: PromptMessage): void {
    if (this.isRepeatedPress(prompt)) return;
    const { id, content, options, attachments, verbatim } = prompt;
    this.socket.send(content, options, attachments, promptBeforeRepeat(prompt), verbatim);
    this.history.setAside(id, 'resent');
  }

  /** Withdraws a prompt that has not gone out yet; its text stays. */
  withdraw({ id }: PromptMessage): void {
    this.socket.cancel(id);
    this.history.setAside(id, 'withdrawn');
  }

  /** Whether a press belongs to the one before it, since both want the same. */
  isRepeatedPress({ id, options }: Pick<PromptMessage, 'id' | 'options'>): boolean {
    const [wish, now] = [JSON.stringify([id, options]), Date.now()];
    const isSame = wish === this.lastResent.wish && Math.abs(now - this.lastResent.at) < REPEATED_PRESS_MS;
    this.lastResent = { wish, at: now };
    return isSame;
  }

  private showOpened({ id, hasBegun }: Opened): void {
    this.id = id ?? NOT_BEGUN;
    if (hasBegun) return;
    this.meanwhile = undefined;
    if (id === null) this.show(new LiveConversation());
    else void this.restore(id);
  }

  private async restore(id: string): Promise<void> {
    const meanwhile: ConversationEvent[] = [];
    this.meanwhile = meanwhile;
    const transient = this.history.transientMessagesOf(id);
    // Whoever looks for the first time sees nothing for a moment, rather than a conversation without turns.
    if (this.turns()?.length === 0) this.setLive(null);
    await this.history.written;
    const [content, conversations, deleted, log] = await Promise.all([
      this.store.content(id),
      this.store.conversations(),
      this.store.deleted(),
      this.history.findLogId(),
    ]);
    // Another one may have been opened since.
    if (this.meanwhile !== meanwhile) return;
    this.meanwhile = undefined;
    const restored = restoreConversation(content, { log, transient });
    for (const event of meanwhile) restored.apply(event);
    this.show(restored);
    // What is deleted is shown, with the way to bring it back.
    if (meanwhile.length > 0 || [...conversations, ...deleted].some((known) => known.id === id)) return;
    // What was asked in it may be the outbox's still.
    if (conversations.length === 0) this.current.awaitFirst();
    this.notices.show(this.text('history.unknown'));
    this.current.leave(id);
  }

  private show(conversation: LiveConversation): void {
    this.count.update((count) => count + 1);
    this.setLive(conversation);
  }

  private setLive(conversation: LiveConversation | null): void {
    this.live = conversation;
    this.countChange();
  }

  private applyEvent({ conversationId, event }: HistoryEvent): void {
    if (conversationId !== null && conversationId !== this.id) return;
    if (this.meanwhile !== undefined) this.meanwhile.push(event);
    else if (this.live !== null) {
      this.live.apply(event);
      this.countChange();
    }
  }

  private countChange(): void {
    this.changeCount.update((count) => count + 1);
  }
}

function isSame(one: readonly Turn[] | null, other: readonly Turn[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((turn, place) => turn === other[place]);
}
