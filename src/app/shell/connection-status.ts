import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';

import { WebSocketService, WebSocketStatus } from '../../services/index.ts';
import { retryText$ } from './retry-text.ts';
import { STATUS_TEXT } from './status-text.ts';

/**
 * A coloured dot, the state of the connection in a word, and beside it how far the retries are, with a way to have
 * the next one now. Only the word is read aloud by itself: a countdown would never be silent.
 */
@Component({
  selector: 'kitten-connection-status',
  imports: [AsyncPipe, MatButton],
  template: `
    @if (status(); as status) {
      <span class="dot" [attr.data-status]="status"></span>
      <span class="words">
        <span role="status">{{ statusText[status] }}</span>
        @if (retryText$ | async; as text) {
          <span class="retry"><span class="when">{{ text.when }}</span><span class="count">{{ text.count }}</span></span>
        }
      </span>
      @if (status === reconnecting) {
        <button matButton type="button" (click)="retryNow()">立即重连</button>
      }
    }
  `,
  styleUrl: './connection-status.scss',
  host: { '[attr.data-status]': 'status()' },
})
export class ConnectionStatus {
  private readonly socket = inject(WebSocketService);

  protected readonly reconnecting = WebSocketStatus.RECONNECTING;
  protected readonly statusText = STATUS_TEXT;
  protected readonly status = toSignal(this.socket.status$);
  protected readonly retryText$ = retryText$(this.socket.connection$);

  protected retryNow(): void {
    // A failure is told by the streams; the promise would only tell it again.
    this.socket.connect().catch(() => undefined);
  }
}
