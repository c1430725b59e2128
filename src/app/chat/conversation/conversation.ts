import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { distinctUntilChanged, map, merge, type Observable, scan, shareReplay, skip, startWith, Subject } from 'rxjs';

import { type PromptMessage, WebSocketService } from '../../../services/index.ts';
import { type ConversationEvent, reduceConversation } from './reduce-conversation.ts';
import { EMPTY_CONVERSATION, type Turn } from './turn.ts';

/** Keeps the conversation from the application's start on, whichever page is open. */
@Service()
export class Conversation {
  private readonly socket = inject(WebSocketService);

  private readonly setAside = new Subject<ConversationEvent>();

  private readonly events$: Observable<ConversationEvent> = merge(
    this.socket.sent$.pipe(map((prompt) => ({ kind: 'sent', prompt, at: Date.now() }) as const)),
    this.socket.messages$.pipe(map((message) => ({ kind: 'received', message }) as const)),
    this.setAside,
    this.socket.userCode$.pipe(
      distinctUntilChanged(),
      skip(1),
      map(() => ({ kind: 'code-changed' }) as const),
    ),
  );

  /** The turns in order. Hot, replays the current ones, never errors; completes with the application. */
  readonly turns$: Observable<readonly Turn[]> = this.events$.pipe(
    scan(reduceConversation, EMPTY_CONVERSATION),
    startWith(EMPTY_CONVERSATION),
    map(({ turns }) => turns),
    distinctUntilChanged(),
    takeUntilDestroyed(),
    shareReplay({ bufferSize: 1, refCount: false }),
  );

  constructor() {
    // The service's streams do not replay: whoever subscribes later would miss what came before.
    this.turns$.subscribe();
  }

  /** Sends a prompt anew, at the end and under another id; the old one stays where it is, marked as sent again. */
  resend({ id: promptId, content, options }: PromptMessage): void {
    this.socket.send(content, options);
    this.setAside.next({ kind: 'set-aside', promptId, as: 'resent' });
  }

  /** Withdraws a prompt that has not gone out yet; its text stays. */
  withdraw({ id: promptId }: PromptMessage): void {
    this.socket.cancel(promptId);
    this.setAside.next({ kind: 'set-aside', promptId, as: 'withdrawn' });
  }
}
