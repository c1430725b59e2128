import { inject, InjectionToken, Service } from '@angular/core';
import { catchError, defer, firstValueFrom, map, timer } from 'rxjs';

import { merged, single } from '../platform/combine-streams.ts';
import { ServerStorage } from '../identity/server-storage.ts';
import { UserCode } from '../identity/user-code.ts';
import { LogCursor } from './log-cursor.ts';
import type { LogPosition } from './log-position.ts';

/**
 * Finds up to where an earlier page has saved all messages of a user code at an endpoint; undefined where nothing is
 * saved. It may say too little, never too much. Called once for each endpoint, before the first connection to it.
 */
export type FindLogPosition = (code: string, endpoint: string) => Promise<LogPosition | undefined>;

/**
 * Where a page resumes in the server's log. An application that saves the messages provides it, so that a reload
 * fetches only what is new. Default: nothing is saved, and a reload fetches the whole log.
 */
export const RESUME_FROM = new InjectionToken<FindLogPosition>('RESUME_FROM', {
  factory: () => () => Promise.resolve(undefined),
});

/** The entry of the storage that has the name of the log which a user code has at the server. */
const ENTRY = 'log';

/** Stands behind the name of a log whose server has not greeted any more. */
const UNGREETED = 'ungreeted';

/** How long {@link RESUME_FROM} may take, in milliseconds; after that the log is read from its beginning. */
const RESUME_TIMEOUT = 2_000;

/**
 * Keeps this page's position in the server's log, so that a reconnect resumes there. A page begins where
 * {@link RESUME_FROM} says. Where that says nothing, the log's name has outlived the page: after a reload everything is
 * asked for again, so that the conversation comes back.
 */
@Service({ autoProvided: false })
export class LogTracker {
  readonly #storage = inject(ServerStorage);
  readonly #userCode = inject(UserCode);
  readonly #findPosition = inject(RESUME_FROM);
  #code = '';
  #endpoint = '';
  #isGreeted = false;

  /** The log that this page follows. */
  readonly log = new LogCursor((epoch) => this.#storeName(epoch));

  /** Whether the server has greeted this browser before, under the user code in force. */
  get hasGreeted(): boolean {
    return this.#isGreeted;
  }

  /** Finds the position at an endpoint. Resolves when it is known; never rejects. */
  async restore(endpoint: string): Promise<void> {
    if (endpoint === this.#endpoint) return;
    const { current: code } = this.#userCode;
    this.#code = code;
    this.#endpoint = endpoint;
    this.#isGreeted = false;
    this.log.begin(code, endpoint, this.#storedPosition(code));
    const found = await this.#findInTime(code, endpoint);
    if (found === undefined || endpoint !== this.#endpoint || code !== this.#userCode.current) return;
    this.#isGreeted = true;
    this.log.resume(found);
  }

  /** Notes that the server has greeted. */
  recordGreeting(epoch: string): void {
    if (!this.#isGreeted) this.#storeName(epoch);
  }

  /** Forgets that the server has greeted; the position in its log stays, should it do so again. */
  forgetGreeting(): void {
    this.#isGreeted = false;
    const { position } = this.log;
    if (position !== undefined) this.#store(`${position.epoch} ${UNGREETED}`);
  }

  /** Notes the log of another device's user code, before that is taken: all of it is asked for then. */
  expect(code: string, epoch: string): void {
    this.#storage.write(ENTRY, `${code} ${this.#endpoint} ${epoch}`);
  }

  /** Forgets the position: another user code has another log, which is read from its beginning where it is known. */
  reset(): void {
    const { current: code } = this.#userCode;
    const position = code === this.#code ? undefined : this.#storedPosition(code);
    this.#code = code;
    this.#isGreeted = false;
    this.log.begin(code, this.#endpoint, position);
  }

  #findInTime(code: string, endpoint: string): Promise<LogPosition | undefined> {
    const timeout$ = timer(RESUME_TIMEOUT).pipe(map(() => undefined));
    // What the application provides may throw, too, before it has promised anything.
    const found$ = merged(
      defer(() => this.#findPosition(code, endpoint)),
      timeout$,
    );
    return firstValueFrom(found$.pipe(catchError(() => single(undefined))));
  }

  #storedPosition(code: string): LogPosition | undefined {
    const [storedCode, endpoint, epoch, greeted] = (this.#storage.read(ENTRY) ?? '').split(' ');
    if (endpoint !== this.#endpoint || storedCode !== code || !epoch) return undefined;
    this.#isGreeted = greeted !== UNGREETED;
    return { epoch, seq: 0 };
  }

  #storeName(epoch: string): void {
    this.#isGreeted = true;
    this.#store(epoch);
  }

  #store(name: string): void {
    this.#storage.write(ENTRY, `${this.#userCode.current} ${this.#endpoint} ${name}`);
  }
}
