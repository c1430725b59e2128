import { DestroyRef, inject, InjectionToken, Service } from '@angular/core';
import { type Observable, Subject } from 'rxjs';

import { OPEN_CHANNEL, type PromptMessage, type TabChannel } from '../../services/index.ts';
import type { PromptChange } from './store/records.ts';

/** What has changed in the history, for whoever shows it, in every tab. */
export type HistoryChange =
  /** A prompt has been sent in a conversation, which may be a new one. */
  | { readonly kind: 'sent'; readonly conversationId: string; readonly prompt: PromptMessage; readonly at: number }
  /** Something became of a prompt. */
  | {
      readonly kind: 'prompt';
      readonly conversationId: string;
      readonly promptId: string;
      readonly change: PromptChange;
    }
  /** Messages have been saved. */
  | { readonly kind: 'messages' }
  /** A conversation has been named, looked at, deleted or brought back. */
  | { readonly kind: 'conversation'; readonly conversationId: string };

/** The channel of the history between the tabs of a browser; null where there is none. */
export const TAB_CHANNEL = new InjectionToken<TabChannel | null>('TAB_CHANNEL', {
  factory: () => inject(OPEN_CHANNEL)('ask-kitten.history'),
});

/** Posts to this tab and the others what has changed in the history. */
@Service()
export class HistoryChannel {
  private readonly channel = inject(TAB_CHANNEL);
  private readonly changes = new Subject<HistoryChange>();
  private readonly remote = new Subject<HistoryChange>();

  /**
   * Every change, here and in other tabs: what has been sent at once, the others once they are saved. Hot; replays
   * nothing; never errors or completes.
   */
  readonly changes$: Observable<HistoryChange> = this.changes.asObservable();
  /** The changes that other tabs have made. Hot; replays nothing; never errors or completes. */
  readonly remote$: Observable<HistoryChange> = this.remote.asObservable();

  constructor() {
    const { channel } = this;
    if (channel === null) return;
    channel.onmessage = ({ data }: MessageEvent<HistoryChange>) => {
      this.remote.next(data);
      this.changes.next(data);
    };
    inject(DestroyRef).onDestroy(() => channel.close());
  }

  /** Posts a change that this tab has made, to this tab and the others. */
  post(change: HistoryChange): void {
    this.channel?.postMessage(change);
    this.changes.next(change);
  }
}
