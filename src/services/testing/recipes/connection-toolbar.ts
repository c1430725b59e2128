import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';

import { WebSocketService, WebSocketStatus } from '../../index.ts';

@Component({
  selector: 'kitten-connection-toolbar',
  template: `
    <span role="status">{{ problem() ?? socket.status() }}</span>
    @if (socket.status() !== connected) {
      <button type="button" (click)="socket.connect()">Connect now</button>
    }
    <button type="button" (click)="socket.refreshUserCode()">New user code</button>
  `,
})
export class ConnectionToolbar {
  protected readonly socket = inject(WebSocketService);
  protected readonly connected = WebSocketStatus.CONNECTED;
  protected readonly problem = toSignal(this.socket.errorMessage$);
}
