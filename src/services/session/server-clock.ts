import { Service } from '@angular/core';
import { BehaviorSubject, type Observable } from 'rxjs';

/** The server's clock, whose times its messages carry: this device's own may be minutes off. */
@Service({ autoProvided: false })
export class ServerClock {
  readonly #offset = new BehaviorSubject<number | null>(null);

  /**
   * How far the server's clock is ahead of this device's, in milliseconds; negative where it is behind, null before a
   * full server has sent a time. Hot; replays the newest; never errors or completes.
   */
  readonly offset$: Observable<number | null> = this.#offset.asObservable();

  /** The server's time, in milliseconds since the Unix epoch; this device's own before a full server has sent one. */
  now(): number {
    return Date.now() + (this.#offset.value ?? 0);
  }

  /**
   * Sets the clock by a message that has just arrived.
   * @param serverTime when the server wrote it, in milliseconds since the Unix epoch
   * @param roundTrip how long the way to the server and back takes, in milliseconds: the message is half of it old
   */
  set(serverTime: number, roundTrip = 0): void {
    this.#offset.next(serverTime + roundTrip / 2 - Date.now());
  }
}
