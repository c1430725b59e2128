import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { WebSocketService, WebSocketStatus } from '../../services/index.ts';
import { GrowingText } from '../language/growing-text.ts';
import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import type { TextKey } from '../language/texts.ts';
import { ConnectionPanel } from './connection-panel.ts';
import { retryCountdown$ } from './retry-countdown.ts';

/** What the five states of the connection are called. */
const STATUS_TEXT = {
  [WebSocketStatus.CONNECTED]: 'connection.connected',
  [WebSocketStatus.CONNECTING]: 'connection.connecting',
  [WebSocketStatus.RECONNECTING]: 'connection.reconnecting',
  [WebSocketStatus.DISCONNECTED]: 'connection.disconnected',
  [WebSocketStatus.ERROR]: 'connection.error',
} as const satisfies Readonly<Record<WebSocketStatus, TextKey>>;

/**
 * A coloured dot, the state of the connection in a word, and beside it how far the retries are, with a way to have
 * the next one now. What more there is to it opens from there. Only the word is read aloud by itself: a countdown would never be silent.
 */
@Component({
  selector: 'kitten-connection-status',
  imports: [AsyncPipe, ConnectionPanel, GrowingText, MatButton],
  template: `
    @if (status(); as status) {
      <span class="dot" [attr.data-status]="status"></span>
      <span class="words">
        <span role="status" [kittenGrowingText]="text(statusText[status])"></span>
        @if (retryCountdown$ | async; as retry) {
          <span class="retry">
            @if (retry.seconds > 0) {
              <span class="when" [kittenGrowingText]="text('connection.retryIn', { seconds: retry.seconds })"></span
              ><span class="count" [kittenGrowingText]="text('connection.retryCount', retry)"></span>
            } @else {
              <span class="count" [kittenGrowingText]="text('connection.retryOf', retry)"></span>
            }
          </span>
        }
      </span>
      @if (status === reconnecting) {
        <button matButton type="button" (click)="retryNow()">{{ text('connection.retryNow') }}</button>
      }
      @defer (when language.hasAll()) {
        <kitten-connection-panel [state]="text(statusText[status])" />
      }
    }
  `,
  styleUrl: './connection-status.scss',
  host: { '[attr.data-status]': 'status()' },
})
export class ConnectionStatus {
  private readonly socket = inject(WebSocketService);

  protected readonly language = inject(Language);
  protected readonly text = injectText();
  protected readonly reconnecting = WebSocketStatus.RECONNECTING;
  protected readonly statusText = STATUS_TEXT;
  protected readonly status = this.socket.status;
  protected readonly retryCountdown$ = retryCountdown$(this.socket.connection$);

  protected retryNow(): void {
    // A failure is told by the streams; the promise would only tell it again.
    void this.socket.connect();
  }
}
