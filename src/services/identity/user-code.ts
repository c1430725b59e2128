import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { BehaviorSubject, type Observable } from 'rxjs';
import { v4 as uuidv4 } from 'uuid';

import { isUuid } from '../../protocol/index.ts';
import { LOCAL_STORAGE, STORAGE_CHANGES } from '../platform/browser.ts';
import { STORAGE_NAMESPACE, storagePrefix } from '../platform/storage-namespace.ts';

/**
 * The code by which a server knows this browser: a random UUID, made on the first visit and stored.
 * A bearer secret: whoever has it sees its messages. Where the browser stores nothing, it lasts as long as the page.
 */
@Service({ autoProvided: false })
export class UserCode {
  private readonly key = `${storagePrefix(inject(STORAGE_NAMESPACE))}.user-code`;
  private readonly storage = inject(LOCAL_STORAGE);
  private readonly subject = new BehaviorSubject(this.storedCode() ?? this.createCode());

  /** The code in force. Hot; replays it; never errors or completes. */
  readonly code$: Observable<string> = this.subject.asObservable();

  constructor() {
    // All tabs of a browser have one code: where another refreshes it, this one follows.
    inject(STORAGE_CHANGES)
      .pipe(takeUntilDestroyed())
      .subscribe(({ key, newValue }) => {
        if (key === this.key && isUuid(newValue) && newValue !== this.current) this.subject.next(newValue);
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
      const code = this.storage().getItem(this.key);
      return isUuid(code) ? code : undefined;
    } catch {
      return undefined;
    }
  }

  private createCode(): string {
    const code = uuidv4();
    try {
      this.storage().setItem(this.key, code);
    } catch {
      // Private modes and blocked cookies: the code stays in memory.
    }
    return code;
  }
}
