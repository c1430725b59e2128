import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { BehaviorSubject, type Observable, Subject, switchMap, timer } from 'rxjs';
import { v4 as uuidv4 } from 'uuid';

import { isUuid } from '../../protocol/index.ts';
import { PAGE_RETURNED, STORAGE_CHANGES, type StorageChange } from '../platform/browser.ts';
import { ServerStorage } from './server-storage.ts';

/** After how long a code that has been stored is read again, in milliseconds: another tab may have done the same. */
const SETTLING_TIME = 250;

/** The entry of the storage that has the code. */
const ENTRY = 'user-code';

/**
 * The code by which a server knows this browser: a random UUID, made on the first visit and stored.
 * A bearer secret: whoever has it sees its messages, so that each server has one of its own. Where the browser stores
 * nothing, it lasts as long as the page.
 */
@Service({ autoProvided: false })
export class UserCode {
  readonly #storage = inject(ServerStorage);
  readonly #subject = new BehaviorSubject(this.#storedCode() ?? this.#createCode());
  readonly #refreshed = new Subject<string>();
  readonly #stored = new Subject<void>();
  /** Where the code in force is stored. */
  #key = this.#storage.keyOf(ENTRY);

  /** The code in force. Hot; replays it; never errors or completes. */
  readonly code$: Observable<string> = this.#subject.asObservable();
  /** Each code that has taken the place of another at one server, here or in another tab. Hot; replays nothing. */
  readonly refreshed$: Observable<string> = this.#refreshed.asObservable();

  constructor() {
    this.#storage.endpoint$.pipe(takeUntilDestroyed()).subscribe(() => this.#takeStored());
    inject(STORAGE_CHANGES)
      .pipe(takeUntilDestroyed())
      .subscribe((change) => this.#applyChange(change));
    inject(PAGE_RETURNED)
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.#readAgain());
    this.#stored
      .pipe(
        switchMap(() => timer(SETTLING_TIME)),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.#readAgain());
  }

  /** The code in force. */
  get current(): string {
    return this.#subject.value;
  }

  /** Replaces the code; returns the new one. */
  refresh(): string {
    this.adopt(uuidv4());
    return this.current;
  }

  /** Takes another device's code in place of this one. */
  adopt(code: string): void {
    this.#store(code);
    this.#replaceBy(code);
    this.#stored.next();
  }

  /** Takes the code that is stored for the server which the backend has from now on, or makes one for it. */
  #takeStored(): void {
    const key = this.#storage.keyOf(ENTRY);
    if (key === this.#key) return;
    this.#key = key;
    this.#subject.next(this.#storedCode() ?? this.#createCode());
  }

  #replaceBy(code: string): void {
    this.#subject.next(code);
    this.#refreshed.next(code);
  }

  #applyChange({ key, oldValue, newValue }: StorageChange): void {
    if (key !== null && key !== this.#storage.keyOf(ENTRY)) return;
    // A code where there was none is no refresh: the storage has been cleared under this page, whose jobs run on.
    if (key === null || newValue === null || oldValue === null) this.#store(this.current);
    else this.#readAgain();
  }

  /**
   * All tabs of a browser have one code, the one in the storage: two that refresh it at once may each be told of the
   * other's, but both read the same. Where the storage has been cleared, the code of the page goes back there.
   */
  #readAgain(): void {
    const code = this.#storedCode();
    if (code === undefined) this.#store(this.current);
    else if (code !== this.current) this.#replaceBy(code);
  }

  #storedCode(): string | undefined {
    const code = this.#storage.read(ENTRY);
    return isUuid(code) ? code : undefined;
  }

  #createCode(): string {
    const code = uuidv4();
    this.#store(code);
    return code;
  }

  #store(code: string): void {
    this.#storage.write(ENTRY, code);
  }
}
