import { inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter } from 'rxjs';

import { STORAGE_EVENTS } from '../../preferences/preference.ts';
import { DEVICE_STORAGE, readText, writeText } from '../../preferences/text-storage.ts';

const KEY = 'ask-kitten.stars';

/** The works that a person has starred, by the `id` of their messages; kept for this browser and followed by its other tabs. */
@Service()
export class Stars {
  private readonly storage = inject(DEVICE_STORAGE);
  private readonly starred = signal(readIds(readText(this.storage, KEY)));

  /** All of them. */
  readonly ids = this.starred.asReadonly();

  constructor() {
    inject(STORAGE_EVENTS)
      .pipe(
        filter(({ key }) => key === KEY),
        takeUntilDestroyed(),
      )
      .subscribe(({ newValue }) => this.starred.set(readIds(newValue)));
  }

  /** Gives a work its star, or takes it away. */
  toggle(id: string): void {
    // Another tab may have written since, of which this one has not heard yet.
    const ids = new Set(readIds(readText(this.storage, KEY)));
    if (!ids.delete(id)) ids.add(id);
    this.write(ids);
  }

  /** Gives works their stars; those that have one keep it. */
  add(ids: readonly string[]): void {
    this.write(new Set([...readIds(readText(this.storage, KEY)), ...ids]));
  }

  private write(ids: ReadonlySet<string>): void {
    this.starred.set(ids);
    writeText(this.storage, KEY, ids.size === 0 ? null : JSON.stringify([...ids]));
  }
}

/** Another version, or somebody else, may have written anything there. */
function readIds(text: string | null): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(text ?? '[]');
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}
