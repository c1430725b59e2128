import { DestroyRef, inject, InjectionToken, Service } from '@angular/core';
import { type Observable, Subject } from 'rxjs';

import type { PromptMessage } from '../../services/index.ts';
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

/** A line between the tabs of a browser. */
export type TabLine = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;

/** The browser's own line; null where it has none. */
export const TAB_LINE = new InjectionToken<TabLine | null>('TAB_LINE', {
  factory: () => (typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('ask-kitten.history')),
});

/** Posts to this tab and the others what has changed in the history. */
@Service()
export class HistoryChannel {
  private readonly line = inject(TAB_LINE);
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
    const { line } = this;
    if (line === null) return;
    line.onmessage = ({ data }: MessageEvent<HistoryChange>) => {
      this.remote.next(data);
      this.changes.next(data);
    };
    inject(DestroyRef).onDestroy(() => line.close());
  }

  /** Posts a change that this tab has made, to this tab and the others. */
  post(change: HistoryChange): void {
    this.line?.postMessage(change);
    this.changes.next(change);
  }
}
