import { DestroyRef, inject } from '@angular/core';

import { CANCEL_CHANNEL } from '../platform/browser.ts';
import type { Delivery } from './outbox-entry.ts';

/** What tabs post to one another: the id of a prompt that is not wanted any more, or what has been handed over. */
export type TabMessage =
  | string
  /** Whichever tab has a connection is to look into the store. */
  | { readonly kind: 'handed-over' }
  /** A tab was opened: the others watch it from now on, to take over its prompts when it closes. */
  | { readonly kind: 'opened' }
  /** What became of a prompt that another tab had handed over. */
  | { readonly kind: 'settled'; readonly id: string; readonly delivery: Delivery };

/** The other tabs of this browser, as far as prompts concern them. To be made in an injection context. */
export class OutboxChannel {
  #channel = inject(CANCEL_CHANNEL);

  /** `onMessage` is called with what another tab posts. */
  constructor(onMessage: (message: TabMessage) => void) {
    const channel = this.#channel;
    if (channel === null) return;
    channel.onmessage = ({ data }: MessageEvent<TabMessage>) => onMessage(data);
    inject(DestroyRef).onDestroy(() => {
      channel.close();
      this.#channel = null;
    });
  }

  /** Whether there can be any that hear of it. */
  get canBeReached(): boolean {
    return this.#channel !== null;
  }

  /** Tells all of them. */
  post(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }
}
