import { DestroyRef, inject, InjectionToken, type Signal, signal } from '@angular/core';
import { fromEvent, NEVER, type Observable, Subject } from 'rxjs';

import { DEVICE_STORAGE, writeText, readText } from './text-storage.ts';

/** Changes of `localStorage` by other tabs. Hot; replays nothing; never errors or completes. */
export const STORAGE_EVENTS = new InjectionToken<Observable<StorageEvent>>('STORAGE_EVENTS', {
  factory: () => (typeof window === 'undefined' ? NEVER : fromEvent<StorageEvent>(window, 'storage')),
});

/** A small choice of the person's, kept for this browser. */
export interface Preference<Value extends string> {
  /** The choice in force. */
  readonly value: Signal<Value>;
  /** Later choices, here or in another tab. Hot; replays nothing; never errors or completes. */
  readonly changes$: Observable<Value>;
  /** Chooses, and keeps it where the browser keeps anything. */
  set(value: Value): void;
}

/** What a preference is. */
export interface PreferenceOptions<Value extends string> {
  /** Its name in `localStorage`. */
  readonly key: string;
  readonly initial: Value;
  /** Whether a kept text is one of its values: another version may have had others. */
  readonly accepts: (text: string) => boolean;
}

/** Reads a preference, and follows it when another tab changes it. In an injection context. */
export function preference<Value extends string>({
  key,
  initial,
  accepts,
}: PreferenceOptions<Value>): Preference<Value> {
  const read = (text: string | null): Value => (text !== null && accepts(text) ? (text as Value) : initial);
  const storage = inject(DEVICE_STORAGE);
  const value = signal(read(readText(storage, key)));
  const changes = new Subject<Value>();
  const change = (next: Value): void => {
    if (next === value()) return;
    value.set(next);
    changes.next(next);
  };
  const subscription = inject(STORAGE_EVENTS).subscribe((event) => {
    if (event.key === key) change(read(event.newValue));
  });
  inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
  return {
    value: value.asReadonly(),
    changes$: changes.asObservable(),
    set: (next) => {
      writeText(storage, key, next);
      change(next);
    },
  };
}
