import { DestroyRef, inject, Service } from '@angular/core';
import { distinctUntilChanged, filter, type Observable, skip, Subject, Subscription, takeWhile } from 'rxjs';

import { type PromptMessage, type ServerMessage, WebSocketService } from '../../services/index.ts';
import { type ConversationEvent, isSilent } from '../conversation-model/reduce-conversation.ts';
import { CurrentConversation } from './current-conversation.ts';
import { HistoryChannel, type HistoryChange } from './history-channel.ts';
import { HistoryWriter } from './history-writer.ts';
import { LogWatch } from './log-watch.ts';
import { ConversationResolver } from './conversation-resolver.ts';
import { TransientMessages } from './transient-messages.ts';
import { HISTORY_STORE } from './store/history-token.ts';
import { type KeptEvent, type LogName, logId, type LogProgress, type PromptChange } from './store/records.ts';

/** What happens in a conversation; in all of them where that is null, and in one that has not begun where it is ''. */
export interface HistoryEvent {
  readonly conversationId: string | null;
  readonly event: ConversationEvent;
}

/** What has not begun has no id yet. */
export const NOT_BEGUN = '';

/**
 * Finds the conversation of everything that is sent and received, and keeps it, from the application's start on:
 * prompts before anything can answer them, messages with their place in the server's log.
 */
@Service()
export class History {
  private readonly socket = inject(WebSocketService);
  private readonly store = inject(HISTORY_STORE);
  private readonly channel = inject(HistoryChannel);
  private readonly current = inject(CurrentConversation);

  private readonly events = new Subject<HistoryEvent>();
  private readonly writer = new HistoryWriter(this.store, () => this.channel.tell({ kind: 'messages' }));
  private readonly watch = new LogWatch();
  private readonly owners = new ConversationResolver(this.store, () => this.writer.idle);
  private readonly passing = new TransientMessages();
  /** Prompts of an earlier page: their conversation is looked up. */
  private readonly restored = new Set<string>();
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
    subscription.add(socket.sent$.subscribe((prompt) => this.send(prompt)));
    subscription.add(socket.messages$.subscribe((message) => this.receive(message)));
    subscription.add(socket.welcome$.subscribe((welcome) => (this.isFullServer = welcome !== null)));
    subscription.add(
      socket.endpoint$.subscribe((endpoint) => {
        this.endpoint = endpoint;
        void this.resume(this.code, endpoint);
      }),
    );
    subscription.add(socket.userCode$.subscribe((code) => (this.code = code)));
    subscription.add(socket.userCode$.pipe(distinctUntilChanged(), skip(1)).subscribe(() => this.leaveLog()));
    subscription.add(this.channel.remote$.subscribe((change) => this.hearOtherTab(change)));
    inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
  }

  /** The log that is followed; undefined with a basic server, and before it is known. */
  get log(): string | undefined {
    return this.logName && logId(this.logName);
  }

  /** Where this device has come to in a log; what the server has after that is still to come. */
  async resume(code: string, endpoint: string): Promise<{ readonly epoch: string; readonly seq: number } | undefined> {
    const kept = await this.store.log(code, endpoint);
    // The user code may have been refreshed meanwhile.
    if (kept !== undefined && code === this.code) this.watch.resume(kept);
    return kept;
  }

  /** Resolves when all that has been heard up to now is in the store. */
  get written(): Promise<void> {
    return this.writer.idle;
  }

  /** What passed of the jobs under way in a conversation. */
  passingIn(conversationId: string): readonly ServerMessage[] {
    return this.passing.of(conversationId);
  }

  /** The address of a prompt in its conversation, where this page knows that; else the chat's. */
  addressOfPrompt(promptId: string): string {
    const conversationId = this.owners.ofPrompt(promptId);
    return conversationId === undefined ? '/' : `/c/${conversationId}?turn=${promptId}`;
  }

  /** Remembers what the person has done with a prompt. */
  setAside(promptId: string, as: 'withdrawn' | 'resent'): void {
    this.changePrompt(promptId, { setAside: as });
  }

  private get logName(): LogName | undefined {
    const { epoch } = this.watch;
    return epoch === undefined ? undefined : { code: this.code, endpoint: this.endpoint, epoch };
  }

  private send(prompt: PromptMessage): void {
    const at = Date.now();
    if (this.restored.delete(prompt.id)) {
      const answer: ServerMessage = { type: 'text', id: prompt.id, ts: at, content: '', replyTo: prompt.id };
      return this.owners.with(answer, (conversationId) => {
        this.current.follow(conversationId);
        this.addPrompt(conversationId, prompt, at);
      });
    }
    const conversationId = this.current.id() ?? this.current.begin();
    this.lastAsked = conversationId;
    this.addPrompt(conversationId, prompt, at);
  }

  private addPrompt(conversationId: string, prompt: PromptMessage, at: number): void {
    this.owners.know(prompt.id, conversationId);
    this.channel.tell({ kind: 'sent', conversationId, prompt, at });
    this.writer.enqueue(async () => {
      await this.store.addPrompt({ id: prompt.id, conversationId, at, prompt });
      this.channel.tell({ kind: 'conversation', conversationId });
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
    const conversationId = this.owners.ofPrompt(promptId) ?? this.current.id() ?? NOT_BEGUN;
    this.emitChange(conversationId, promptId, change);
    this.writer.enqueue(() => this.store.changePrompt(promptId, change));
    this.channel.tell({ kind: 'prompt', conversationId, promptId, change });
  }

  private emitChange(conversationId: string, promptId: string, { setAside, failure }: PromptChange): void {
    if (failure !== undefined) {
      this.events.next({ conversationId, event: { kind: 'failed', promptId, failure } });
    }
    if (setAside !== undefined) {
      this.events.next({ conversationId, event: { kind: 'set-aside', promptId, as: setAside } });
    }
  }

  private hearOtherTab(change: HistoryChange): void {
    if (change.kind === 'sent') {
      const { conversationId, prompt, at } = change;
      this.owners.know(prompt.id, conversationId);
      this.current.follow(conversationId);
      this.events.next({ conversationId, event: { kind: 'sent', prompt, at } });
    } else if (change.kind === 'prompt') this.emitChange(change.conversationId, change.promptId, change.change);
  }

  private receive(message: ServerMessage): void {
    const from = this.watch.seq;
    const { hasChanged, beginsAnew, gap } = this.watch.hear(message);
    if (hasChanged) this.loseJobs();
    if (beginsAnew && message.type === 'system' && message.event === 'welcome') this.enterLog(message.lastSeq);
    const progress = this.progress(message, from);
    if (gap !== undefined) this.owners.with(withoutOwner(message), (id) => this.keep(id, gap, gap.id, progress));
    if (message.type === 'system' && isSilent(message)) return;
    if (message.seq === undefined) return this.hearPassing(message);
    this.owners.with(message, (conversationId) => {
      this.current.follow(conversationId);
      this.passing.hear(conversationId, message);
      this.keep(conversationId, { kind: 'received', message }, message.id, progress);
    });
  }

  /** How far a message brings this page: it has everything from there on, or has been told that it is gone. */
  private progress({ seq }: ServerMessage, from: number | undefined): LogProgress | undefined {
    const [log, to] = [this.logName, this.watch.seq];
    if (log === undefined || to === undefined || to === from) return undefined;
    return { log, from: from ?? (seq === undefined ? 0 : seq - 1), to };
  }

  /** What has no place in a log passes, unless its server has no log at all. */
  private hearPassing(message: ServerMessage): void {
    if (message.jobId === undefined && this.owners.ofMessage(message) === undefined) return this.hearLoose(message);
    this.owners.with(message, (conversationId) => {
      this.passing.hear(conversationId, message);
      if (!this.isFullServer && isLasting(message))
        this.keep(conversationId, { kind: 'received', message }, message.id);
      else this.events.next({ conversationId, event: { kind: 'received', message } });
    });
  }

  /**
   * A message that names nothing belongs to what was asked last, or else to what is open. A greeting of a basic
   * server is not kept: it comes again with every page.
   */
  private hearLoose(message: ServerMessage): void {
    const conversationId = this.lastAsked ?? this.current.id() ?? NOT_BEGUN;
    const event = { kind: 'received', message } as const;
    const isMedium = message.type === 'video' || message.type === 'image';
    const isWanted = !this.isFullServer && isLasting(message) && (this.lastAsked !== undefined || isMedium);
    if (!isWanted) return this.owners.inTurn(() => this.events.next({ conversationId, event }));
    if (conversationId === NOT_BEGUN) {
      return this.owners.with(message, (found) => {
        this.current.follow(found);
        this.keep(found, event, message.id);
      });
    }
    this.owners.inTurn(() => this.keep(conversationId, event, message.id));
  }

  private keep(conversationId: string, event: KeptEvent, id: string, progress?: LogProgress): void {
    const { log } = this;
    this.writer.keep({ id, conversationId, ...(log !== undefined && { log }), event }, progress);
    this.events.next({ conversationId, event });
  }

  private enterLog(lastSeq: number): void {
    const { logName } = this;
    if (logName !== undefined) this.owners.inTurn(() => this.writer.enterLog(logName, lastSeq));
  }

  private leaveLog(): void {
    this.watch.reset();
    this.loseJobs();
  }

  private loseJobs(): void {
    this.passing.clear();
    this.owners.inTurn(() => this.events.next({ conversationId: null, event: { kind: 'log-changed' } }));
  }
}

/** Whether a message of a server without a log is worth keeping. */
function isLasting(message: ServerMessage): boolean {
  if (message.type === 'image') return message.preview !== true;
  return message.type !== 'system' || (message.event !== 'progress' && message.event !== 'queued');
}

function withoutOwner({ id, ts }: ServerMessage): ServerMessage {
  return { type: 'system', event: 'notice', id, ts };
}
