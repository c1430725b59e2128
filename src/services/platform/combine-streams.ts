import { EMPTY, Observable } from 'rxjs';

/*
 * What the layer needs of rxjs's `merge`, `startWith` and `of`. Those take schedulers and inputs of many kinds, which
 * costs an application that has nothing else of them seven tenths of a kilobyte.
 */

/** Subscribes to all of them, in order, and emits what they emit. Completes with the last of them, errors with the first. */
export function merged<Values extends readonly unknown[]>(
  ...sources: { readonly [Index in keyof Values]: Observable<Values[Index]> }
): Observable<Values[number]> {
  return new Observable<Values[number]>((subscriber) => {
    let running = sources.length;
    for (const source of sources) {
      // What a source has emitted at once may have been enough.
      if (subscriber.closed) return;
      const subscription = source.subscribe({
        next: (value) => subscriber.next(value),
        error: (error: unknown) => subscriber.error(error),
        complete: () => {
          running -= 1;
          if (running === 0) subscriber.complete();
        },
      });
      subscriber.add(subscription);
    }
  });
}

/** Emits a value at once, and then what `rest$` emits. Cold. */
export function beginningWith<First, Rest>(first: First, rest$: Observable<Rest>): Observable<First | Rest> {
  return new Observable((subscriber) => {
    subscriber.next(first);
    return rest$.subscribe(subscriber);
  });
}

/** Emits a value at once, and completes. Cold. */
export function single<Value>(value: Value): Observable<Value> {
  return beginningWith(value, EMPTY);
}
