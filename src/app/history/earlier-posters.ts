import { inject, Service, signal } from '@angular/core';

import { HISTORY_STORE } from './store/history-token.ts';
import { type ConversationRecord, posterUrlOf } from './store/records.ts';

/** Pictures of conversations that were saved before their records named one. */
@Service()
export class EarlierPosters {
  private readonly store = inject(HISTORY_STORE);
  private readonly found = signal<ReadonlyMap<string, string>>(new Map());
  private isRead = false;

  /** The addresses, by conversation; none before they have been read. */
  readonly byConversation = this.found.asReadonly();

  /** Reads them, once, if one of these conversations needs it. Never rejects. */
  async lookFor(conversations: readonly ConversationRecord[]): Promise<void> {
    const isMissing = conversations.some(
      ({ posterUrl, finishedAt }) => posterUrl === undefined && finishedAt !== undefined,
    );
    if (this.isRead || !isMissing) return;
    this.isRead = true;
    const media = await this.store.media().catch(() => []);
    const posters = new Map<string, string>();
    for (const { conversationId, message } of media) {
      const address = posterUrlOf(message);
      if (address !== undefined && !posters.has(conversationId)) posters.set(conversationId, address);
    }
    this.found.set(posters);
  }
}
