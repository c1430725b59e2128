import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { BehaviorSubject, type Observable } from 'rxjs';
import { v4 as uuidv4 } from 'uuid';

import { isUuid } from '../../protocol/index.ts';
import { LOCAL_STORAGE, STORAGE_CHANGES } from '../platform/browser.ts';

/** Under which key a browser stores its user code. */
export const USER_CODE_KEY = 'ask-kitten.user-code';

/**
 * The code by which the server knows this browser: a random UUID, made on the first visit and stored.
 * A bearer secret: whoever has it sees its messages. Where the browser stores nothing, it lasts as long as the page.
 */
@Service()
export class UserCode {
  private readonly storage = inject(LOCAL_STORAGE);
  private readonly subject = new BehaviorSubject(this.storedCode() ?? this.createCode());

  /** The code in force. Hot; replays it; never errors or completes. */
  readonly code$: Observable<string> = this.subject.asObservable();

  constructor() {
    // All tabs of a browser have one code: where another refreshes it, this one follows.
    inject(STORAGE_CHANGES)
      .pipe(takeUntilDestroyed())
      .subscribe(({ key, newValue }) => {
        if (key === USER_CODE_KEY && isUuid(newValue) && newValue !== this.current) this.subject.next(newValue);
      });
  }

  /** The code in force. */
  get current(): string {
    return this.subject.value;
  }

  /** Replaces the code; returns the new one. */
  refresh(): string {
    this.subject.next(this.createCode());
    return this.current;
  }

  private storedCode(): string | undefined {
    try {
      const code = this.storage().getItem(USER_CODE_KEY);
      return isUuid(code) ? code : undefined;
    } catch {
      return undefined;
    }
  }

  private createCode(): string {
    const code = uuidv4();
    try {
      this.storage().setItem(USER_CODE_KEY, code);
    } catch {
      // Private modes and blocked cookies: the code stays in memory.
    }
    return code;
  }
}
