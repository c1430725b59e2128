import { InjectionToken } from '@angular/core';

import type { PromptMessage } from '../protocol/index.ts';
import { IndexedDbOutboxStore } from './indexed-db-outbox-store.ts';

/** Keeps prompts that wait, beyond the page. Every method may reject: the outbox then lives as long as the page. */
export interface OutboxStore {
  /**
   * Hands over, oldest first, the prompts that no page looks after any more, and has this page look after them.
   * Those that it has been handed already are not handed over again.
   */
  adopt(): Promise<readonly PromptMessage[]>;
  /** Keeps a prompt, as this page's. */
  put(prompt: PromptMessage): Promise<void>;
  /** Forgets a prompt; one that is not there is fine. */
  delete(id: string): Promise<void>;
}

/** Where the outbox keeps its prompts. */
export const OUTBOX_STORE = new InjectionToken<OutboxStore>('OUTBOX_STORE', {
  factory: () => new IndexedDbOutboxStore(),
});
