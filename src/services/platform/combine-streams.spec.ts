import { concat, NEVER, type Observable, of, Subject, take, throwError } from 'rxjs';

import { beginningWith, merged, single } from './combine-streams.ts';

/** What a stream does at once, and what it is told of its end. */
function events(stream$: Observable<unknown>): readonly unknown[] {
  const seen: unknown[] = [];
  stream$.subscribe({
    next: (value) => seen.push(value),
    error: (error: unknown) => seen.push(`error ${String(error)}`),
    complete: () => seen.push('end'),
  });
  return seen;
}

describe('streams that are combined', () => {
  it('emit what all of them emit, until the last has ended or one has failed', () => {
    expect(events(merged(of(1, 2), of('a')))).toEqual([1, 2, 'a', 'end']);
    expect(events(merged(of(1), NEVER))).toEqual([1]);
    expect(
      events(
        merged(
          of(1),
          throwError(() => 'no'),
          of(2),
        ),
      ),
    ).toEqual([1, 'error no']);
  });

  it('are let go of with whoever listens, and not begun where one was enough', () => {
    const [one, other] = [new Subject<number>(), new Subject<number>()];
    const subscription = merged(one, other).subscribe();
    expect([one.observed, other.observed]).toEqual([true, true]);
    subscription.unsubscribe();
    expect([one.observed, other.observed]).toEqual([false, false]);
    expect(events(merged(concat(of(1), one), other).pipe(take(1)))).toEqual([1, 'end']);
    expect([one.observed, other.observed]).toEqual([false, false]);
  });

  it('begin with a value', () => {
    const rest = new Subject<string>();
    const seen = events(beginningWith(0, rest));
    rest.next('a');
    rest.complete();
    expect(seen).toEqual([0, 'a', 'end']);
    expect(events(beginningWith(0, rest).pipe(take(1)))).toEqual([0, 'end']);
    expect(rest.observed).toBeFalse();
    expect(events(single(5))).toEqual([5, 'end']);
  });
});
