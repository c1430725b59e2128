import { Clipboard } from '@angular/cdk/clipboard';
import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiRefresh } from '@mdi/js';

import { WebSocketService } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { CodeRefresh } from './code-refresh.ts';
import { Notices } from './notices.ts';
import { ShortCodePipe } from './short-code.ts';

/** The user code, shortened, and what can be done with it: copy it, or take a new one. */
@Component({
  selector: 'kitten-user-code-controls',
  imports: [AsyncPipe, Icon, MatButton, ShortCodePipe],
  template: `
    @if (code$ | async; as code) {
      <button matButton class="code" type="button" title="复制用户码" (click)="copy(code)">
        <span class="cdk-visually-hidden">复制用户码</span>
        {{ code | shortCode }}
      </button>
    }
    <button
      matButton
      class="refresh"
      type="button"
      title="换一个新的用户码并重新连接；旧用户码下的消息不再出现"
      (click)="refresh()"
    >
      <kitten-icon [path]="refreshIcon" />
      <span class="label">刷新用户码</span>
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
    .refresh {
      color: var(--mat-sys-on-surface-variant);
    }
    kitten-icon {
      width: 20px;
      height: 20px;
      vertical-align: middle;
    }
    .label {
      margin-inline-start: 4px;
      vertical-align: middle;
    }
    @media (width < 840px) {
      .refresh {
        min-width: 48px;
        padding-inline: 12px;
      }
      .label {
        position: absolute;
        overflow: hidden;
        width: 1px;
        height: 1px;
        clip-path: inset(50%);
      }
    }
    @media (width < 720px) {
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
