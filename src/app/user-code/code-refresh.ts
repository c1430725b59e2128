import { inject, Injector, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { distinctUntilChanged, filter, firstValueFrom, skip } from 'rxjs';

import { WebSocketService } from '../../services/index.ts';
import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import { Notices } from '../notices/notices.ts';
import { ShortCodePipe } from './short-code.ts';

/**
 * Gets a new user code, under which the service reconnects, and shows a notice of it; also where another window has
 * done so.
 */
@Service()
export class CodeRefresh {
  private readonly socket = inject(WebSocketService);
  private readonly notices = inject(Notices);
  private readonly language = inject(Language);
  private readonly text = injectText();
  private readonly injector = inject(Injector);
  private isRefreshing = false;

  constructor() {
    this.socket.userCode$
      .pipe(
        distinctUntilChanged(),
        skip(1),
        filter(() => !this.isRefreshing),
        takeUntilDestroyed(),
      )
      .subscribe((code) => this.notices.show(this.text('userCode.followed', { code: shortened(code) })));
  }

  /** Explains what a new code means, and gets one if the person confirms. */
  async confirmAndRefresh(): Promise<void> {
    const code = await firstValueFrom(this.socket.userCode$);
    const [{ confirmRefresh }] = await Promise.all([import('./refresh-dialog.ts'), this.language.loadAll()]);
    if (await confirmRefresh(this.injector, shortened(code))) this.refresh();
  }

  /** Gets a new code at once. */
  refresh(): void {
    this.isRefreshing = true;
    const code = this.socket.refreshUserCode();
    this.isRefreshing = false;
    this.notices.show(this.text('userCode.refreshed', { code: shortened(code) }));
  }
}

function shortened(code: string): string {
  return new ShortCodePipe().transform(code);
}
