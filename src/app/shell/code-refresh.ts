import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { distinctUntilChanged, filter, skip } from 'rxjs';

import { WebSocketService } from '../../services/index.ts';
import { Notices } from './notices.ts';
import { ShortCodePipe } from './short-code.ts';

/** Takes a new user code, under which the service reconnects, and tells so; also where another window has taken one. */
@Service()
export class CodeRefresh {
  private readonly socket = inject(WebSocketService);
  private readonly notices = inject(Notices);
  private isRefreshing = false;

  constructor() {
    this.socket.userCode$
      .pipe(
        distinctUntilChanged(),
        skip(1),
        filter(() => !this.isRefreshing),
        takeUntilDestroyed(),
      )
      .subscribe((code) => this.notices.show(`用户码已在另一个窗口刷新，这里已换用 ${shortened(code)}`));
  }

  /** Takes a new code at once. */
  refresh(): void {
    this.isRefreshing = true;
    const code = this.socket.refreshUserCode();
    this.isRefreshing = false;
    this.notices.show(`已换用新的用户码 ${shortened(code)}；旧用户码下的对话不再更新`);
  }
}

function shortened(code: string): string {
  return new ShortCodePipe().transform(code);
}
