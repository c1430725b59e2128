import { asyncScheduler, expand, filter, map, Observable, timer } from 'rxjs';

/**
 * Emits when nothing has come for so many milliseconds, and again for as long as nothing comes. Cold; errors and
 * completes never.
 *
 * A frame only notes when it came: a timer of its own for each frame would cost more than the frame, and so would a
 * chain of operators. One timer looks when the time may be over, and looks again when it is not.
 */
export function idleTimer(activity$: Observable<unknown>, milliseconds: number): Observable<void> {
  return new Observable((subscriber) => {
    let lastActivityAt = asyncScheduler.now();
    // A clock that is set back must not make it patient for longer.
    const left = (): number => Math.min(milliseconds, lastActivityAt + milliseconds - asyncScheduler.now());
    const silent$ = timer(milliseconds).pipe(
      expand(() => timer(left() > 0 ? left() : milliseconds)),
      filter(() => left() <= 0),
      map(() => undefined),
    );
    subscriber.add(activity$.subscribe(() => (lastActivityAt = asyncScheduler.now())));
    subscriber.add(silent$.subscribe(subscriber));
  });
}
