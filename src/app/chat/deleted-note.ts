import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { CurrentConversation } from '../history/current-conversation.ts';
import { Trash } from '../history/trash.ts';
import { injectText } from '../language/text.ts';

/** Says that the conversation that is open was deleted, in another tab most often, and brings it back. */
@Component({
  selector: 'kitten-deleted-note',
  imports: [MatButton],
  template: `
    <div role="status">
      @if (trash.hasOpen()) {
        <p>{{ text('history.openIsDeleted') }}</p>
      }
    </div>
    @if (trash.hasOpen()) {
      <button matButton="tonal" type="button" (click)="bringBack()">{{ text('history.bringBack') }}</button>
    }
  `,
  styles: `
    :host:has(p) {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 8px 16px;
      width: calc(100% - 32px);
      max-width: calc(var(--kitten-column) - 32px);
      margin: 0 auto 8px;
      box-sizing: border-box;
      padding: 10px 16px;
      border-radius: 12px;
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
      font: var(--mat-sys-body-medium);
    }
    p {
      margin: 0;
    }
    button {
      margin-inline-start: auto;
    }
  `,
})
export class DeletedNote {
  private readonly current = inject(CurrentConversation);
  protected readonly trash = inject(Trash);
  protected readonly text = injectText();

  protected bringBack(): void {
    const id = this.current.id();
    if (id !== null) void this.trash.bringBack(id);
  }
}
