import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';

import { WebSocketService } from '../../services/index.ts';
import { retryText$ } from './retry-text.ts';
import { STATUS_TEXT } from './status-text.ts';

/** A coloured dot, the state of the connection in a word, and beside it how far the retries are. */
@Component({
  selector: 'kitten-connection-status',
  imports: [AsyncPipe],
  template: `
    @if (status$ | async; as status) {
      <span class="dot" [attr.data-status]="status"></span>
      <span class="words">
        <span role="status">{{ statusText[status] }}</span>
        @if (retryText$ | async; as text) {
          <span class="retry">{{ text }}</span>
        }
      </span>
    }
  `,
  styleUrl: './connection-status.scss',
})
export class ConnectionStatus {
  private readonly socket = inject(WebSocketService);

  protected readonly statusText = STATUS_TEXT;
  protected readonly status$ = this.socket.status$;
  protected readonly retryText$ = retryText$(this.socket.connection$);
}
