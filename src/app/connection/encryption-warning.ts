import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { mdiLockOpenAlertOutline } from '@mdi/js';
import { map } from 'rxjs';

import { WebSocketService } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { injectText } from '../language/text.ts';
import { isExposed } from './is-exposed.ts';

/** Warns where others on the network could read what is sent. */
@Component({
  selector: 'kitten-encryption-warning',
  imports: [AsyncPipe, Icon],
  template: `
    @if (isExposed$ | async) {
      <p><kitten-icon [path]="icon" />{{ text('connection.notEncrypted') }}</p>
    }
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 8px;
      margin: 0;
      padding: 6px 16px;
      background: light-dark(#fff1c9, #3d3010);
      color: light-dark(#5b4300, #ffdf94);
      font: var(--mat-sys-label-large);
    }
  `,
})
export class EncryptionWarning {
  protected readonly text = injectText();
  protected readonly icon = mdiLockOpenAlertOutline;
  protected readonly isExposed$ = inject(WebSocketService).endpoint$.pipe(map(isExposed));
}
