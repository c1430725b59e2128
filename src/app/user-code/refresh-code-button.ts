import { Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { mdiAccountSyncOutline } from '@mdi/js';

import { Icon } from '../icon/icon.ts';
import { Label } from '../icon/label.ts';
import { injectText } from '../language/text.ts';
import { CodeRefresh } from './code-refresh.ts';

/** Takes a new user code, once it is said what that means. */
@Component({
  selector: 'kitten-refresh-code-button',
  imports: [Icon, Label, MatIconButton],
  template: `
    <button
      matIconButton
      type="button"
      [kittenLabel]="text('userCode.refresh')"
      (click)="codeRefresh.confirmAndRefresh()"
    >
      <kitten-icon [path]="icon" />
    </button>
  `,
  styles: `
    button {
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class RefreshCodeButton {
  protected readonly codeRefresh = inject(CodeRefresh);
  protected readonly text = injectText();
  protected readonly icon = mdiAccountSyncOutline;
}
