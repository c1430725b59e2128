import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { BehaviorSubject, type Observable, Subject, switchMap, timer } from 'rxjs';
import { v4 as uuidv4 } from 'uuid';

import { isUuid } from '../../protocol/index.ts';
import { LOCAL_STORAGE, PAGE_RETURNED, STORAGE_CHANGES, type StorageChange } from '../platform/browser.ts';
import { STORAGE_NAMESPACE, storagePrefix } from '../platform/storage-namespace.ts';

/** After how long a code that has been stored is read again, in milliseconds: another tab may have done the same. */
const SETTLING_TIME = 250;

/**
 * The code by which a server knows this browser: a random UUID, made on the first visit and stored.
 * A bearer secret: whoever has it sees its messages. Where the browser stores nothing, it lasts as long as the page.
 */
@Service({ autoProvided: false })
export class UserCode {
  private readonly key = `${storagePrefix(inject(STORAGE_NAMESPACE))}.user-code`;
  private readonly storage = inject(LOCAL_STORAGE);
  private readonly subject = new BehaviorSubject(this.storedCode() ?? this.createCode());
  private readonly stored = new Subject<void>();

  /** The code in force. Hot; replays it; never errors or completes. */
  readonly code$: Observable<string> = this.subject.asObservable();

  constructor() {
    inject(STORAGE_CHANGES)
      .pipe(takeUntilDestroyed())
      .subscribe((change) => this.applyChange(change));
    inject(PAGE_RETURNED)
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.readAgain());
    this.stored
      .pipe(
        switchMap(() => timer(SETTLING_TIME)),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.readAgain());
  }

  /** The code in force. */
  get current(): string {
    return this.subject.value;
  }

  /** Replaces the code; returns the new one. */
  refresh(): string {
    this.subject.next(this.createCode());
    this.stored.next();
    return this.current;
  }

  private applyChange({ key, oldValue, newValue }: StorageChange): void {
    if (key !== null && key !== this.key) return;
    // A code where there was none is no refresh: the storage has been cleared under this page, whose jobs run on.
    if (key === null || newValue === null || oldValue === null) this.store(this.current);
    else this.readAgain();
  }

  /**
   * All tabs of a browser have one code, the one in the storage: two that refresh it at once may each be told of the
   * other's, but both read the same. Where the storage has been cleared, the code of the page goes back there.
   */
  private readAgain(): void {
    const code = this.storedCode();
    if (code === undefined) this.store(this.current);
    else if (code !== this.current) this.subject.next(code);
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
    this.store(code);
    return code;
  }

  private store(code: string): void {
    try {
      this.storage().setItem(this.key, code);
    } catch {
      // Private modes and blocked cookies: the code stays in memory.
    }
  }
}
