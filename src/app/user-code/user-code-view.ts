import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiContentCopy } from '@mdi/js';

import { WebSocketService } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { injectText } from '../language/text.ts';
import { CodeCopy } from './code-copy.ts';
import { ShortCodePipe } from './short-code.ts';

/** The user code, shortened, and a button that copies the whole of it. */
@Component({
  selector: 'kitten-user-code-view',
  imports: [AsyncPipe, Icon, MatButton, ShortCodePipe],
  template: `
    <span>{{ text('userCode.name') }}</span>
    @if (code$ | async; as code) {
      <button matButton type="button" [title]="text('userCode.copy')" (click)="codeCopy.copy(code)">
        <span class="cdk-visually-hidden">{{ text('userCode.copy') }}</span>
        {{ code | shortCode }}
        <kitten-icon iconPositionEnd [path]="copyIcon" />
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
    }
    button {
      margin-inline-end: -12px;
      color: var(--mat-sys-on-surface);
      font-family: ui-monospace, Consolas, monospace;
    }
    kitten-icon {
      width: 16px;
      height: 16px;
      margin-inline-start: 6px;
      vertical-align: -3px;
    }
  `,
})
export class UserCodeView {
  protected readonly codeCopy = inject(CodeCopy);
  protected readonly text = injectText();
  protected readonly copyIcon = mdiContentCopy;
  protected readonly code$ = inject(WebSocketService).userCode$;
}
