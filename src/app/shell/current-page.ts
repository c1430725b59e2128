import { inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { distinctUntilChanged, filter, map } from 'rxjs';

/** The page 聊天: a conversation, by its name or the newest one. */
const CHAT = /^\/(c\/|[?#]|$)/;

/** Which page is open. */
@Service()
export class CurrentPage {
  /** Whether it is a conversation, whichever. */
  readonly isChat = toSignal(
    inject(Router).events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => CHAT.test(urlAfterRedirects)),
      distinctUntilChanged(),
    ),
    { initialValue: CHAT.test(inject(Router).url) },
  );
}
