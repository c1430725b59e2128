import { inject, Service } from '@angular/core';

import { WebSocketService } from '../../services/index.ts';
import { Notices } from './notices.ts';
import { ShortCodePipe } from './short-code.ts';

/** Takes a new user code, under which the service reconnects, and tells so. */
@Service()
export class CodeRefresh {
  private readonly socket = inject(WebSocketService);
  private readonly notices = inject(Notices);

  /** Takes a new code at once. */
  refresh(): void {
    const code = new ShortCodePipe().transform(this.socket.refreshUserCode());
    this.notices.show(`已换用新的用户码 ${code}`);
  }
}
