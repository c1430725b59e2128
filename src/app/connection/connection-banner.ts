import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiAlertCircleOutline } from '@mdi/js';
import { isActive, Router, RouterLink } from '@angular/router';
import { map } from 'rxjs';

import { type ConnectionState, WebSocketService, WebSocketStatus } from '../../services/index.ts';
import { AccessGate } from '../access/access-gate.ts';
import { Icon } from '../icon/icon.ts';
import { injectText } from '../language/text.ts';
import { CodeRefresh } from '../user-code/code-refresh.ts';

/** Tells why there is no connection and none is being tried, and offers the way back. */
@Component({
  selector: 'kitten-connection-banner',
  imports: [AsyncPipe, Icon, MatButton, RouterLink],
  template: `
    @if (stopped$ | async; as stopped) {
      <div role="alert">
        <kitten-icon [path]="icon" />
        <p>{{ cause(stopped) }}</p>
        @if (stopped.problem === 'code-revoked') {
          <button matButton="filled" type="button" (click)="refreshCode()">{{ text('connection.takeNewCode') }}</button>
        } @else if (gate.isAsked()) {
          <button matButton="filled" type="button" (click)="gate.show()">{{ text('connection.enterPassword') }}</button>
        } @else {
          <!-- That page has the same and more. -->
          @if (!isDiagnosing()) {
            <a matButton class="diagnose" routerLink="/diagnostics">{{ text('shell.diagnostics') }}</a>
          }
          <button matButton="filled" type="button" (click)="reconnect()">{{ text('connection.reconnect') }}</button>
        }
      </div>
    }
  `,
  styles: `
    div {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 8px 16px;
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
      font: var(--mat-sys-body-medium);
    }
    p {
      flex: 1;
      margin: 0;
    }
    button {
      flex: none;
      --mat-button-filled-container-color: var(--mat-sys-on-error-container);
      --mat-button-filled-label-text-color: var(--mat-sys-error-container);
    }
    .diagnose {
      flex: none;
      --mat-button-text-label-text-color: currentColor;
    }
    /* The sentence has the line to itself, beside its icon. */
    @media (width < 480px) {
      div {
        flex-wrap: wrap;
        gap: 8px 12px;
      }
      p {
        flex-basis: calc(100% - 36px);
      }
      p + * {
        margin-inline-start: auto;
      }
    }
    @media (forced-colors: active) {
      div {
        border: 1px solid CanvasText;
      }
    }
  `,
})
export class ConnectionBanner {
  private readonly socket = inject(WebSocketService);
  private readonly codeRefresh = inject(CodeRefresh);

  protected readonly isDiagnosing = isActive('/diagnostics', inject(Router));
  protected readonly gate = inject(AccessGate);
  protected readonly icon = mdiAlertCircleOutline;
  protected readonly text = injectText();
  protected readonly stopped$ = this.socket.connection$.pipe(
    map((connection) =>
      connection.status === WebSocketStatus.ERROR || connection.status === WebSocketStatus.DISCONNECTED
        ? connection
        : null,
    ),
  );

  protected cause({ problem, maxAttempts: max }: ConnectionState): string {
    switch (problem) {
      case 'exhausted':
        return this.text('connection.exhausted', { max });
      case 'too-many':
        return this.text('connection.tooMany');
      case 'code-revoked':
        return this.text('connection.codeRevoked');
      case 'malformed':
        return this.text('connection.malformed');
      case 'refused':
        return this.text(this.gate.isAsked() ? 'connection.passNeeded' : 'connection.refused');
      case 'invalid-url':
        return this.text('connection.invalidUrl');
      case 'no-websocket':
        return this.text('connection.noWebsocket');
      case null:
        return this.text('connection.stopped');
    }
  }

  protected reconnect(): void {
    // A failure is told by the streams; the promise would only tell it again.
    void this.socket.connect();
  }

  protected refreshCode(): void {
    this.codeRefresh.refresh();
  }
}
