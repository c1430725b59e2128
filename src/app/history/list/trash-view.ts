import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { injectCountText, injectText } from '../../language/text.ts';
import type { ConversationRecord } from '../store/records.ts';
import { DAYS_IN_TRASH, Trash } from '../trash.ts';

/** How long the question has to have stood before a press answers it, in milliseconds. */
const TIME_TO_READ = 500;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The deleted conversations: how long each is still there, the way back, and the end. */
@Component({
  selector: 'kitten-trash-view',
  imports: [MatButton],
  template: `
    <p class="hint">{{ text('history.trashHint', { days }) }}</p>
    <ul>
      @for (record of trash.content(); track record.id) {
        <li>
          <span class="title" dir="auto">{{ titleOf(record) }}</span>
          <span class="left">{{ leftOf(record) }}</span>
          <button
            matButton
            type="button"
            [attr.aria-label]="text('history.bringBackOf', { title: titleOf(record) })"
            (click)="trash.bringBack(record.id)"
          >
            {{ text('history.bringBack') }}
          </button>
          <!-- It can't be undone: the first press asks. -->
          <button
            matButton
            type="button"
            class="erase"
            [attr.aria-label]="asked() === record.id ? null : text('history.eraseOf', { title: titleOf(record) })"
            (click)="askOrErase(record.id, $event)"
            (blur)="asked.set(null)"
          >
            {{ text(asked() === record.id ? 'history.reallyErase' : 'history.erase') }}
          </button>
        </li>
      }
    </ul>
  `,
  styleUrl: './trash-view.scss',
})
export class TrashView {
  private readonly count = injectCountText();
  protected readonly trash = inject(Trash);
  protected readonly text = injectText();
  protected readonly days = DAYS_IN_TRASH;
  /** The conversation that the person is asked about. */
  protected readonly asked = signal<string | null>(null);
  private askedAt = 0;

  protected titleOf({ title, opening }: ConversationRecord): string {
    return title ?? opening ?? this.text('history.untitled');
  }

  protected leftOf({ deletedAt = 0 }: ConversationRecord): string {
    const passed = Math.floor((Date.now() - deletedAt) / DAY_MS);
    return this.count('history.daysLeft', Math.max(1, DAYS_IN_TRASH - passed));
  }

  protected askOrErase(id: string, { detail, timeStamp }: MouseEvent): void {
    if (this.asked() !== id) {
      this.askedAt = timeStamp;
      return this.asked.set(id);
    }
    // Of a double click, or a key that is held, nobody has read what is asked.
    if (detail > 1 || timeStamp - this.askedAt < TIME_TO_READ) return;
    this.asked.set(null);
    void this.trash.erase(id);
  }
}
