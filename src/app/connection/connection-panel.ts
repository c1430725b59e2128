import { Component, computed, type ElementRef, inject, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiAccountSyncOutline, mdiRefresh, mdiStethoscope } from '@mdi/js';

import { WebSocketService, WebSocketStatus } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { injectText } from '../language/text.ts';
import type { PlainTextKey } from '../language/texts.ts';
import { OverlayHistory } from '../overlays/overlay-history.ts';
import { CodeRefresh } from '../user-code/code-refresh.ts';
import { UserCodeView } from '../user-code/user-code-view.ts';

/** What each state means for whoever writes. */
const ABOUT = {
  [WebSocketStatus.CONNECTED]: 'settings.whileConnected',
  [WebSocketStatus.CONNECTING]: 'settings.whileConnecting',
  [WebSocketStatus.RECONNECTING]: 'settings.whileReconnecting',
  [WebSocketStatus.DISCONNECTED]: 'settings.whileStopped',
  [WebSocketStatus.ERROR]: 'settings.whileStopped',
} as const satisfies Readonly<Record<WebSocketStatus, PlainTextKey>>;

/**
 * What there is to know and to do about the connection, behind the state in the toolbar: that state is the button, which
 * lies over the words, since a status within a button would be read by nobody.
 */
@Component({
  selector: 'kitten-connection-panel',
  imports: [Icon, MatButton, RouterLink, UserCodeView],
  template: `
    <button
      class="opener"
      type="button"
      popovertarget="kitten-connection"
      [attr.aria-label]="text('settings.connectionState', { state: state() })"
    ></button>
    <div
      #panel
      id="kitten-connection"
      popover
      tabindex="-1"
      role="dialog"
      [attr.aria-label]="text('settings.connection')"
      (toggle)="follow($event)"
    >
      <h2 [attr.data-status]="status()"><span class="dot"></span>{{ state() }}</h2>
      <p>{{ text(about()) }}</p>
      <kitten-user-code-view />
      <p class="note">{{ text('userCode.about') }}</p>
      <div class="actions">
        <button matButton type="button" (click)="refreshCode()">
          <kitten-icon matButtonIcon [path]="icons.code" />{{ text('userCode.refresh') }}
        </button>
        @if (canReconnect()) {
          <button matButton type="button" (click)="reconnect()">
            <kitten-icon matButtonIcon [path]="icons.reconnect" />{{ text('connection.reconnect') }}
          </button>
        }
        <a matButton routerLink="/diagnostics" (click)="close()">
          <kitten-icon matButtonIcon [path]="icons.diagnose" />{{ text('shell.diagnostics') }}
        </a>
      </div>
    </div>
  `,
  styleUrl: './connection-panel.scss',
})
export class ConnectionPanel {
  /** What the state is called. */
  readonly state = input.required<string>();

  private readonly socket = inject(WebSocketService);
  private readonly codeRefresh = inject(CodeRefresh);
  private readonly overlays = inject(OverlayHistory);
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  private closed: () => void = () => undefined;

  protected readonly text = injectText();
  protected readonly icons = { code: mdiAccountSyncOutline, reconnect: mdiRefresh, diagnose: mdiStethoscope } as const;
  protected readonly status = this.socket.status;
  protected readonly about = computed(() => ABOUT[this.status()]);
  protected readonly canReconnect = computed(
    () => this.status() !== WebSocketStatus.CONNECTED && this.status() !== WebSocketStatus.CONNECTING,
  );

  /** It has the focus while it is open, and Back closes it. */
  protected follow({ newState }: ToggleEvent): void {
    if (newState === 'open') {
      this.panel().nativeElement.focus();
      this.closed = this.overlays.add(() => this.close());
    } else this.closed();
  }

  protected close(): void {
    this.panel().nativeElement.hidePopover();
  }

  /** What it asks lies over the page, where this would lie over it. */
  protected refreshCode(): void {
    this.close();
    void this.codeRefresh.confirmAndRefresh();
  }

  protected reconnect(): void {
    // A failure is told by the streams; the promise would only tell it again.
    this.socket.connect().catch(() => undefined);
  }
}
