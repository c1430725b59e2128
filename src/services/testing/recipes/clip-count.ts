import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { map, scan, startWith } from 'rxjs';

import { WebSocketService } from '../../index.ts';

@Component({
  selector: 'kitten-clip-count',
  imports: [AsyncPipe],
  template: `{{ status$ | async }} · {{ clips$ | async }}`,
})
export class ClipCount {
  private readonly socket = inject(WebSocketService);
  protected readonly status$ = this.socket.status$;
  protected readonly clips$ = this.socket.video$.pipe(
    map(() => 1),
    scan((count, one) => count + one, 0),
    startWith(0),
  );
}
