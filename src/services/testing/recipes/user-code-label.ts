import { afterNextRender, Component, inject, signal } from '@angular/core';

import { WebSocketService } from '../../index.ts';

/** What is known of a visitor only in the browser is shown after hydration, so that the server's page stays right. */
@Component({
  selector: 'kitten-user-code-label',
  template: `{{ status() }} <code>{{ code() }}</code>`,
})
export class UserCodeLabel {
  private readonly socket = inject(WebSocketService);
  /** `disconnected` on the server, and in the browser until it connects. */
  protected readonly status = this.socket.status;
  protected readonly code = signal('');

  constructor() {
    afterNextRender(() => this.code.set(this.socket.userCode()));
  }
}
