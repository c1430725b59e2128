import { DestroyRef, Directive, DOCUMENT, ElementRef, inject } from '@angular/core';

import { CurrentConversation } from '../../history/current-conversation.ts';
import { FollowEnd } from './follow-end.ts';
import { type ReadingPlace, ReadingPlaces } from './reading-places.ts';

/** How long nothing scrolls until the place is saved, in milliseconds. */
const REST_MS = 150;

/** Remembers where somebody reads in the conversation that is open, as soon as that has been gone to. */
@Directive({ selector: '[kittenKeepReadingPlace]', exportAs: 'kittenKeepReadingPlace' })
export class KeepReadingPlace {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly places = inject(ReadingPlaces);
  private readonly end = inject(FollowEnd);
  private readonly conversationId = inject(CurrentConversation).id();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isKeeping = false;

  constructor() {
    // Who goes on elsewhere does not see the end before.
    if (this.saved() !== null) this.end.unfollow();
    const { defaultView } = inject(DOCUMENT);
    const rest = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), REST_MS);
    };
    const save = (): void => this.save();
    // Not in a template: Angular would check every component around it in each frame.
    this.element.addEventListener('scroll', rest, { passive: true });
    defaultView?.addEventListener('pagehide', save);
    inject(DestroyRef).onDestroy(() => {
      defaultView?.removeEventListener('pagehide', save);
      this.element.removeEventListener('scroll', rest);
      clearTimeout(this.timer);
    });
  }

  /** Where the person was when the conversation was last open in this tab; null for its end. */
  saved(): ReadingPlace | null {
    return this.conversationId === null ? null : this.places.read(this.conversationId);
  }

  /** The person is where they were: what scrolls from now on is theirs. */
  startSaving(): void {
    this.isKeeping = true;
  }

  private save(): void {
    if (!this.isKeeping || this.conversationId === null || !this.element.isConnected) return;
    this.places.save(this.conversationId, this.end.isFollowing() ? null : this.place());
  }

  private place(): ReadingPlace | null {
    const edge = this.element.getBoundingClientRect().top;
    const rows = [...this.element.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
      id: row.dataset['row'] ?? '',
      box: row.getBoundingClientRect(),
    }));
    // Rows that are held out of sight are in the page too, and not in order.
    const visible = rows.filter(({ box }) => box.bottom > edge && box.height > 0);
    const first = visible.reduce<(typeof rows)[number] | undefined>(
      (best, row) => (best === undefined || row.box.top < best.box.top ? row : best),
      undefined,
    );
    return first === undefined ? null : { turnId: first.id, top: Math.round(first.box.top - edge) };
  }
}
