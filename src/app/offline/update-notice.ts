import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { injectText } from '../language/text.ts';
import { AppUpdate } from './app-update.ts';

/** Tells that a reload would bring a new version, and leaves the time of it to the person. */
@Component({
  selector: 'kitten-update-notice',
  imports: [MatButton],
  template: `
    <div role="status">
      @if (update.state(); as state) {
        <p>{{ state === 'ready' ? text('settings.updateReady') : text('shell.updateBroken') }}</p>
        <button matButton type="button" (click)="update.postpone()">{{ text('settings.updateLater') }}</button>
        <button matButton="tonal" type="button" (click)="update.apply()">
          {{ state === 'ready' ? text('settings.updateNow') : text('shell.reload') }}
        </button>
      }
    </div>
  `,
  styles: `
    div:not(:empty) {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: end;
      gap: 4px 8px;
      padding: 6px 16px;
      background: var(--mat-sys-surface-container-high);
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-body-medium);
    }
    p {
      flex: 1 1 220px;
      margin: 0;
    }
  `,
})
export class UpdateNotice {
  protected readonly text = injectText();
  protected readonly update = inject(AppUpdate);
}
