import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { scan } from 'rxjs';

import { WebSocketService } from '../../index.ts';

@Component({ selector: 'kitten-clip-count', template: `{{ socket.status() }} · {{ clips() }}` })
export class ClipCount {
  protected readonly socket = inject(WebSocketService);
  private readonly count$ = this.socket.video$.pipe(scan((count) => count + 1, 0));
  protected readonly clips = toSignal(this.count$, { initialValue: 0 });
}
