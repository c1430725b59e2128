import { DestroyRef, inject, Service } from '@angular/core';
import { distinctUntilChanged, filter, type Observable, skip, Subject, Subscription, takeWhile } from 'rxjs';

import {
  type LogName,
  type PromptMessage,
  type ReceivedMessage,
  type ServerMessage,
  WebSocketService,
} from '../../services/index.ts';
import { isProgress } from '../conversation-model/job-lifecycle.ts';
import { type ConversationEvent, isSilent } from '../conversation-model/reduce-conversation.ts';
import { ConversationResolver } from './conversation-resolver.ts';
import { CurrentConversation } from './current-conversation.ts';
import { HistoryChannel, type HistoryChange } from './history-channel.ts';
import { HistoryWriter } from './history-writer.ts';
import type { MessageOrigin } from './store/history-store.ts';
import { HISTORY_STORE } from './store/history-token.ts';
import { type LogProgress, logId, type PromptChange, type StoredEvent } from './store/records.ts';
import { TransientMessages } from './transient-messages.ts';

/** What happens in a conversation; in all of them where that is null, and in one that has not begun where it is ''. */
export interface HistoryEvent {
  readonly conversationId: string | null;
  readonly event: ConversationEvent;
}

/** Something of the server's side to be saved, with the log that it came in. */
interface EventToSave {
  readonly id: string;
  readonly event: StoredEvent;
  readonly log: LogName | undefined;
  readonly progress?: LogProgress;
}

/** What has not begun has no id yet. */
export const NOT_BEGUN = '';

/**
 * Finds the conversation of everything that is sent and received, and saves it, from the application's start on:
 * prompts before anything can answer them, messages with their position in the server's log.
 */
@Service()
export class History {
  private readonly socket = inject(WebSocketService);
  private readonly store = inject(HISTORY_STORE);
  private readonly channel = inject(HistoryChannel);
  private readonly current = inject(CurrentConversation);

  private readonly events = new Subject<HistoryEvent>();
  private readonly writer = new HistoryWriter(this.store, () => this.channel.post({ kind: 'messages' }));
  private readonly resolver = new ConversationResolver(this.store, () => this.writer.idle);
  private readonly transient = new TransientMessages();
  /** Prompts of an earlier page: their conversation is looked up. */
  private readonly restored = new Set<string>();
  private log: LogName | undefined;
  /** The newest `seq` that the server had when it greeted. */
  private replayedTo = 0;
  private code = '';
  private endpoint = '';
  private isFullServer = false;
  /** The conversation in which this page asked last: a server that names nothing answers there. */
  private lastAsked: string | undefined;

  /** What happens in the conversations. Hot; replays nothing; never errors or completes. */
  readonly events$: Observable<HistoryEvent> = this.events.asObservable();

  constructor() {
    const { socket } = this;
    const subscription = new Subscription();
    subscription.add(socket.restored$.subscribe(({ id }) => this.restored.add(id)));
    subscription.add(socket.sent$.subscribe((prompt) => this.recordPrompt(prompt)));
    subscription.add(socket.received$.subscribe((received) => this.receive(received)));
    subscription.add(socket.welcome$.subscribe((welcome) => (this.isFullServer = welcome !== null)));
    subscription.add(socket.endpoint$.subscribe((endpoint) => (this.endpoint = endpoint)));
    subscription.add(socket.userCode$.subscribe((code) => (this.code = code)));
    subscription.add(socket.userCode$.pipe(distinctUntilChanged(), skip(1)).subscribe(() => this.leaveLog()));
    subscription.add(this.channel.remote$.subscribe((change) => this.applyRemoteChange(change)));
    inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
  }

  /** Resolves when all that has been received up to now is in the store. */
  get written(): Promise<void> {
    return this.writer.idle;
  }

  /**
   * The id of the log that is followed, or of the one where this page will resume; undefined with a basic server, and
   * before it is known.
   */
  async findLogId(): Promise<string | undefined> {
    const { code, endpoint } = this;
    const log = this.log ?? (await this.store.log(code, endpoint));
    return log && logId(log);
  }

  /** The transient messages of the jobs under way in a conversation. */
  transientMessagesOf(conversationId: string): readonly ServerMessage[] {
    return this.transient.messagesOf(conversationId);
  }

  /** The address of a prompt in its conversation, where this page knows that; else the chat's. */
  addressOfPrompt(promptId: string): string {
    const conversationId = this.resolver.conversationOfPrompt(promptId);
    return conversationId === undefined ? '/' : `/c/${conversationId}?turn=${promptId}`;
  }

  /** Calls back with the conversation that a message belongs to, after all that has been received before. */
  resolveConversation(origin: MessageOrigin, act: (conversationId: string) => void): void {
    this.resolver.runWithConversation(origin, act);
  }

  /** Remembers what the person has done with a prompt. */
  setAside(promptId: string, as: 'withdrawn' | 'resent'): void {
    this.changePrompt(promptId, { setAside: as });
  }

  private recordPrompt(prompt: PromptMessage): void {
    const at = Date.now();
    if (this.restored.delete(prompt.id)) {
      return this.resolver.runWithConversation({ replyTo: prompt.id, ts: at }, (conversationId) => {
        this.showIfAwaited(conversationId);
        this.addPrompt(conversationId, prompt, at);
      });
    }
    const conversationId = this.current.id() ?? this.current.begin();
    this.lastAsked = conversationId;
    this.addPrompt(conversationId, prompt, at);
  }

  private addPrompt(conversationId: string, prompt: PromptMessage, at: number): void {
    this.resolver.rememberPrompt(prompt.id, conversationId);
    this.channel.post({ kind: 'sent', conversationId, prompt, at });
    this.writer.enqueue(async () => {
      await this.store.addPrompt({ id: prompt.id, conversationId, at, prompt });
      this.channel.post({ kind: 'conversation', conversationId });
    });
    this.events.next({ conversationId, event: { kind: 'sent', prompt, at } });
    this.socket
      .delivery$(prompt.id)
      .pipe(
        takeWhile(({ state }) => state === 'queued' || state === 'sent', true),
        filter((delivery) => delivery.state === 'failed'),
      )
      .subscribe(({ reason, cause }) => this.changePrompt(prompt.id, { failure: { reason, cause } }));
  }

  private changePrompt(promptId: string, change: PromptChange): void {
    // A prompt of an earlier page can be changed only where it is shown.
    const conversationId = this.resolver.conversationOfPrompt(promptId) ?? this.current.id() ?? NOT_BEGUN;
    this.emitPromptChange(conversationId, promptId, change);
    this.writer.enqueue(() => this.store.changePrompt(promptId, change));
    this.channel.post({ kind: 'prompt', conversationId, promptId, change });
  }

  private emitPromptChange(conversationId: string, promptId: string, { setAside, failure }: PromptChange): void {
    if (failure !== undefined) {
      this.events.next({ conversationId, event: { kind: 'failed', promptId, failure } });
    }
    if (setAside !== undefined) {
      this.events.next({ conversationId, event: { kind: 'set-aside', promptId, as: setAside } });
    }
  }

  private applyRemoteChange(change: HistoryChange): void {
    if (change.kind === 'sent') {
      const { conversationId, prompt, at } = change;
      this.resolver.rememberPrompt(prompt.id, conversationId);
      this.showIfAwaited(conversationId);
      this.events.next({ conversationId, event: { kind: 'sent', prompt, at } });
    } else if (change.kind === 'prompt') this.emitPromptChange(change.conversationId, change.promptId, change.change);
  }

  private receive(received: ReceivedMessage): void {
    const { message, log } = received;
    this.log = log;
    this.changeLog(received);
    if (message.type === 'system' && message.event === 'welcome') this.replayedTo = message.lastSeq;
    const { replayedTo } = this;
    const progress = log && received.progress && { log, ...received.progress, replayedTo };
    this.recordLoss(received, progress);
    if (isSilent(message)) return;
    if (message.seq === undefined) return this.receiveTransient(message);
    this.resolver.runWithConversation(message, (conversationId) => {
      this.showIfAwaited(conversationId);
      this.transient.add(conversationId, message);
      const event = { kind: 'received', message } as const;
      this.save(conversationId, { id: message.id, event, log, ...(progress && { progress }) });
    });
  }

  /** Only a page that shows none yet may wait for its first conversation. */
  private showIfAwaited(conversationId: string): void {
    if (this.current.id() === null) this.current.showIfAwaited(conversationId);
  }

  private changeLog({ message, log, logChange }: ReceivedMessage): void {
    if (logChange === 'replaced') this.loseJobs();
    if (logChange === undefined || log === undefined) return;
    if (message.type !== 'system' || message.event !== 'welcome') return;
    const { lastSeq } = message;
    this.resolver.runInOrder(() => this.writer.enterLog(log, lastSeq));
  }

  /** What is missing stands in the newest conversation, as a line of its own. */
  private recordLoss({ message: { ts }, lost, log }: ReceivedMessage, progress: LogProgress | undefined): void {
    if (lost === undefined) return;
    const { id, count } = lost;
    const event = { kind: 'gap', id, at: ts, missing: count } as const;
    this.resolver.runWithConversation({ ts }, (conversationId) =>
      this.save(conversationId, { id, event, log, ...(progress && { progress }) }),
    );
  }

  /** What has no position in a log is transient, unless its server has no log at all. */
  private receiveTransient(message: ServerMessage): void {
    if (message.jobId === undefined && this.resolver.conversationOf(message) === undefined)
      return this.receiveUnaddressed(message);
    this.resolver.runWithConversation(message, (conversationId) => {
      this.transient.add(conversationId, message);
      const event = { kind: 'received', message } as const;
      if (!this.isFullServer && isWorthSaving(message))
        this.save(conversationId, { id: message.id, event, log: this.log });
      else this.events.next({ conversationId, event });
    });
  }

  /**
   * A message that names nothing belongs to what was asked last, or else to what is open. A greeting of a basic
   * server is not saved: it comes again with every page.
   */
  private receiveUnaddressed(message: ServerMessage): void {
    const { log } = this;
    const conversationId = this.lastAsked ?? this.current.id() ?? NOT_BEGUN;
    const event = { kind: 'received', message } as const;
    const isMedium = message.type === 'video' || message.type === 'image';
    const isWanted = !this.isFullServer && isWorthSaving(message) && (this.lastAsked !== undefined || isMedium);
    if (!isWanted) return this.resolver.runInOrder(() => this.events.next({ conversationId, event }));
    if (conversationId === NOT_BEGUN) {
      return this.resolver.runWithConversation(message, (found) => {
        this.showIfAwaited(found);
        this.save(found, { id: message.id, event, log });
      });
    }
    this.resolver.runInOrder(() => this.save(conversationId, { id: message.id, event, log }));
  }

  private save(conversationId: string, { id, event, log, progress }: EventToSave): void {
    this.writer.append({ id, conversationId, ...(log && { log: logId(log) }), event }, progress);
    this.events.next({ conversationId, event });
  }

  private leaveLog(): void {
    this.log = undefined;
    this.loseJobs();
  }

  private loseJobs(): void {
    this.transient.clear();
    this.resolver.runInOrder(() => this.events.next({ conversationId: null, event: { kind: 'log-changed' } }));
  }
}

/** Whether a message of a server without a log is worth saving. */
function isWorthSaving(message: ServerMessage): boolean {
  return message.type === 'image' ? message.preview !== true : !isProgress(message);
}
