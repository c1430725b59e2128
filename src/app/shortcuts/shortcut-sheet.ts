import { Component, inject, type Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogConfig,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';

import { OverlayHistory } from '../overlays/overlay-history.ts';
import { injectText } from '../language/text.ts';
import { ScrollStop } from '../scrolling/scroll-stop.ts';
import { keyNames } from './key-chord.ts';
import { Shortcuts } from './shortcuts.ts';

/** Every shortcut that holds now, with what it does. */
@Component({
  selector: 'kitten-shortcut-sheet',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, ScrollStop],
  template: `
    <h2 mat-dialog-title>{{ text('shell.shortcuts') }}</h2>
    <mat-dialog-content kittenScrollStop role="group" [attr.aria-label]="text('shell.shortcuts')">
      <dl>
        @for (shortcut of shortcuts(); track shortcut) {
          <div>
            <dt>{{ text(shortcut.description) }}</dt>
            <dd>
              @for (keys of shortcut.keys; track keys) {
                @if (!$first) {
                  <span class="or">{{ text('settings.or') }}</span>
                }
                <span class="chord">
                  @for (key of names(keys); track $index) {
                    <kbd>{{ key }}</kbd>
                  }
                </span>
              }
            </dd>
          </div>
        }
      </dl>
      <p>{{ text('settings.shortcutsNote') }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ text('shell.close') }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: './shortcut-sheet.scss',
})
class ShortcutSheet {
  private readonly platform = navigator.userAgent.includes('Mac') ? 'apple' : 'other';

  protected readonly text = injectText();
  protected readonly shortcuts = inject(Shortcuts).all;

  protected names(keys: string): readonly string[] {
    return keyNames(keys, this.platform);
  }
}

/** Shows the sheet; Esc closes it. */
export function openShortcutSheet(injector: Injector): void {
  const look = { width: '520px', maxWidth: 'calc(100vw - 32px)', autoFocus: 'dialog', closeOnNavigation: false };
  // Not injected by the caller, which would then load Material's dialog too: this file is loaded on demand.
  const dialog = injector.get(MatDialog).open(ShortcutSheet, Object.assign(new MatDialogConfig(), look));
  dialog.afterClosed().subscribe(injector.get(OverlayHistory).add(() => dialog.close()));
}
