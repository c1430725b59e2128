import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';

import { WebSocketService, WebSocketStatus } from '../../index.ts';

@Component({
  selector: 'kitten-connection-toolbar',
  template: `
    <span role="status">{{ problem() ?? status() }}</span>
    @if (status() !== connected) {
      <button type="button" (click)="connect()">Connect now</button>
    }
    <button type="button" (click)="refresh()">New user code</button>
  `,
})
export class ConnectionToolbar {
  private readonly socket = inject(WebSocketService);
  protected readonly connected = WebSocketStatus.CONNECTED;
  protected readonly status = toSignal(this.socket.status$);
  protected readonly problem = toSignal(this.socket.errorMessage$);

  /** Where a retry waits, it is made at once; a failure shows in `status$`. */
  protected connect(): void {
    this.socket.connect().catch(() => undefined);
  }

  /** Reconnects under a new code, in every tab. */
  protected refresh(): void {
    this.socket.refreshUserCode();
  }
}
