import { Component, inject, type Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogConfig,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { mdiDevices, mdiMovieOffOutline, mdiSwapHorizontal } from '@mdi/js';
import { firstValueFrom } from 'rxjs';

import { OverlayHistory } from '../overlays/overlay-history.ts';
import { Icon } from '../icon/icon.ts';
import { injectText } from '../language/text.ts';
import { ScrollStop } from '../scrolling/scroll-stop.ts';

/** Says what a new user code does before it is taken: what happens, what stays, and what no longer comes. */
@Component({
  selector: 'kitten-refresh-dialog',
  imports: [Icon, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, ScrollStop],
  template: `
    <h2 mat-dialog-title>{{ text('settings.refreshTitle') }}</h2>
    <mat-dialog-content kittenScrollStop role="group" [attr.aria-label]="text('settings.refreshTitle')">
      <p>{{ text('settings.refreshAbout', { code }) }}</p>
      <ul>
        @for (line of lines; track line.key) {
          <li><kitten-icon [path]="line.icon" />{{ text(line.key) }}</li>
        }
      </ul>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="false">{{ text('userCode.cancel') }}</button>
      <button matButton="filled" type="button" [mat-dialog-close]="true">{{ text('userCode.confirm') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    p {
      margin: 0 0 16px;
    }
    ul {
      display: flex;
      flex-direction: column;
      gap: 12px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 12px;
    }
    kitten-icon {
      width: 20px;
      height: 20px;
      margin-top: 2px;
      color: var(--mat-sys-primary);
    }
  `,
})
class RefreshDialog {
  protected readonly text = injectText();
  protected readonly code = inject<string>(MAT_DIALOG_DATA);
  protected readonly lines = [
    { key: 'settings.refreshHappens', icon: mdiSwapHorizontal },
    { key: 'settings.refreshStays', icon: mdiDevices },
    { key: 'settings.refreshGone', icon: mdiMovieOffOutline },
  ] as const;
}

/** Asks; resolves with whether the person wants a new code in place of this one. */
export async function confirmRefresh(injector: Injector, code: string): Promise<boolean> {
  const look = {
    data: code,
    width: '480px',
    maxWidth: 'calc(100vw - 32px)',
    autoFocus: 'dialog',
    closeOnNavigation: false,
  };
  // Not injected by the caller, which would then load Material's dialog too: this file is loaded on demand.
  const dialog = injector.get(MatDialog).open(RefreshDialog, Object.assign(new MatDialogConfig<string>(), look));
  dialog.afterClosed().subscribe(injector.get(OverlayHistory).add(() => dialog.close()));
  return (await firstValueFrom(dialog.afterClosed())) === true;
}
