import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { mdiContentCopy, mdiRefresh } from '@mdi/js';

import { WebSocketService } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { Label } from '../icon/label.ts';
import { injectText } from '../language/text.ts';
import { CodeCopy } from './code-copy.ts';
import { CodeRefresh } from './code-refresh.ts';
import { ShortCodePipe } from './short-code.ts';

/** The user code, shortened, and what can be done with it: copy it, or take a new one. */
@Component({
  selector: 'kitten-user-code-controls',
  imports: [AsyncPipe, Icon, Label, MatButton, MatIconButton, ShortCodePipe],
  template: `
    @if (code$ | async; as code) {
      <button matButton class="code" type="button" [title]="text('userCode.copy')" (click)="codeCopy.copy(code)">
        <span class="cdk-visually-hidden">{{ text('userCode.copy') }}</span>
        {{ code | shortCode }}
        <kitten-icon iconPositionEnd [path]="copyIcon" />
      </button>
    }
    <button
      matIconButton
      class="refresh"
      type="button"
      [kittenLabel]="text('userCode.refresh')"
      (click)="codeRefresh.confirmAndRefresh()"
    >
      <kitten-icon [path]="refreshIcon" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
    }
    button {
      color: var(--mat-sys-on-surface-variant);
    }
    .code {
      font-family: ui-monospace, Consolas, monospace;
    }
    .code kitten-icon {
      width: 16px;
      height: 16px;
      margin-inline-start: 6px;
      vertical-align: -3px;
    }
  `,
})
export class UserCodeControls {
  protected readonly codeCopy = inject(CodeCopy);
  protected readonly codeRefresh = inject(CodeRefresh);
  protected readonly text = injectText();
  protected readonly copyIcon = mdiContentCopy;
  protected readonly refreshIcon = mdiRefresh;
  protected readonly code$ = inject(WebSocketService).userCode$;
}
