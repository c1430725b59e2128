import { Clipboard } from '@angular/cdk/clipboard';
import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { mdiRefresh } from '@mdi/js';

import { WebSocketService } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { CodeRefresh } from './code-refresh.ts';
import { Notices } from './notices.ts';
import { ShortCodePipe } from './short-code.ts';

/** The user code, shortened, and what can be done with it: copy it, or take a new one. */
@Component({
  selector: 'kitten-user-code-controls',
  imports: [AsyncPipe, Icon, MatButton, MatIconButton, ShortCodePipe],
  template: `
    @if (code$ | async; as code) {
      <button matButton class="code" type="button" title="复制用户码" (click)="copy(code)">
        <span class="cdk-visually-hidden">复制用户码</span>
        {{ code | shortCode }}
      </button>
    }
    <button matIconButton type="button" aria-label="刷新用户码" title="刷新用户码" (click)="refresh()">
      <kitten-icon [path]="refreshIcon" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
    }
    .code {
      color: var(--mat-sys-on-surface-variant);
      font-family: ui-monospace, Consolas, monospace;
    }
    kitten-icon {
      width: 24px;
      height: 24px;
    }
    @media (width < 600px) {
      .code {
        display: none;
      }
    }
  `,
})
export class UserCodeControls {
  private readonly clipboard = inject(Clipboard);
  private readonly codeRefresh = inject(CodeRefresh);
  private readonly notices = inject(Notices);

  protected readonly refreshIcon = mdiRefresh;
  protected readonly code$ = inject(WebSocketService).userCode$;

  protected copy(code: string): void {
    this.notices.show(this.clipboard.copy(code) ? '用户码已复制，请勿告诉他人' : '无法复制用户码');
  }

  protected refresh(): void {
    this.codeRefresh.refresh();
  }
}
