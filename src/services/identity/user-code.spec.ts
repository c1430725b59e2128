import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { v4 as uuidv4, validate, version } from 'uuid';

import {
  type TextStorage,
  LOCAL_STORAGE,
  PAGE_RETURNED,
  STORAGE_CHANGES,
  type StorageChange,
} from '../platform/browser.ts';
import { useFakeClock } from '../../testing/index.ts';
import { memoryStorage } from '../testing/memory-storage.ts';
import { provideLayer } from '../testing/provide-layer.ts';
import { UserCode } from './user-code.ts';

function visit(
  storage: () => TextStorage,
  changes$ = new Subject<StorageChange>(),
  pageReturned$ = new Subject<void>(),
): UserCode {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      provideLayer(),
      { provide: LOCAL_STORAGE, useValue: storage },
      { provide: STORAGE_CHANGES, useValue: changes$ },
      { provide: PAGE_RETURNED, useValue: pageReturned$ },
    ],
  });
  return TestBed.inject(UserCode);
}

describe('UserCode', () => {
  const clock = useFakeClock();

  it('makes a UUID of version 4 on the first visit and keeps it', () => {
    const storage = memoryStorage();
    const { current } = visit(() => storage);
    expect(validate(current) && version(current)).toBe(4);
    expect(storage.getItem('ask-kitten.user-code')).toBe(current);
  });

  it('has the same code on the next visit', () => {
    const storage = memoryStorage();
    const first = visit(() => storage).current;
    expect(visit(() => storage).current).toBe(first);
  });

  it('replaces something in its place that is no code', () => {
    const storage = memoryStorage();
    storage.setItem('ask-kitten.user-code', 'kitten');
    expect(validate(visit(() => storage).current)).toBeTrue();
  });

  it('refreshes: returns a new code, keeps it, and tells whoever listens', () => {
    const storage = memoryStorage();
    const userCode = visit(() => storage);
    const codes: string[] = [];
    userCode.code$.subscribe((code) => codes.push(code));
    const before = userCode.current;
    const after = userCode.refresh();
    expect(after).not.toBe(before);
    expect(codes).toEqual([before, after]);
    expect(storage.getItem('ask-kitten.user-code')).toBe(after);
  });

  it('lives in memory where naming the storage throws', () => {
    const userCode = visit(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    const code = userCode.refresh();
    expect(userCode.current).toBe(code);
  });

  it('lives in memory where the storage is full', () => {
    const full: TextStorage = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(validate(visit(() => full).current)).toBeTrue();
  });

  it('follows another tab that refreshes the code', () => {
    const storage = memoryStorage();
    const changes$ = new Subject<StorageChange>();
    const userCode = visit(() => storage, changes$);
    const codes: string[] = [];
    userCode.code$.subscribe((code) => codes.push(code));
    const newValue = uuidv4();
    storage.setItem('ask-kitten.user-code', newValue);
    changes$.next({ key: 'ask-kitten.user-code', newValue });
    changes$.next({ key: 'ask-kitten.user-code', newValue });
    expect(codes.slice(1)).toEqual([newValue]);
  });

  it('agrees with a tab that refreshes the code in the same moment on the one that is stored', () => {
    const storage = memoryStorage();
    const changes$ = new Subject<StorageChange>();
    const userCode = visit(() => storage, changes$);
    const [mine, theirs] = [userCode.refresh(), uuidv4()];
    // The other tab wrote first, and this one is told of it after it has written itself.
    changes$.next({ key: 'ask-kitten.user-code', oldValue: 'before', newValue: theirs });
    expect(userCode.current).toBe(mine);
    // The other tab wrote last, and its storage event is not there yet: this one reads the storage again.
    storage.setItem('ask-kitten.user-code', theirs);
    expect(userCode.current).toBe(mine);
    clock.tick(1_000);
    expect(userCode.current).toBe(theirs);
  });

  it('writes its code back where the storage is cleared under it, and follows no page that began without', () => {
    const storage = memoryStorage();
    const changes$ = new Subject<StorageChange>();
    const userCode = visit(() => storage, changes$);
    const { current } = userCode;
    const other = uuidv4();
    storage.setItem('ask-kitten.user-code', other);
    changes$.next({ key: 'ask-kitten.user-code', oldValue: null, newValue: other });
    expect([userCode.current, storage.getItem('ask-kitten.user-code')]).toEqual([current, current]);
    storage.setItem('ask-kitten.user-code', '');
    changes$.next({ key: null, oldValue: null, newValue: null });
    expect(storage.getItem('ask-kitten.user-code')).toBe(current);
  });

  it('writes its code back when the page is looked at again', () => {
    const storage = memoryStorage();
    const pageReturned = new Subject<void>();
    const { current } = visit(() => storage, undefined, pageReturned);
    storage.setItem('ask-kitten.user-code', '');
    pageReturned.next();
    expect(storage.getItem('ask-kitten.user-code')).toBe(current);
  });

  it('follows nothing that is no code', () => {
    const storage = memoryStorage();
    const changes$ = new Subject<StorageChange>();
    const userCode = visit(() => storage, changes$);
    const before = userCode.current;
    changes$.next({ key: 'ask-kitten.user-code', newValue: null });
    changes$.next({ key: 'ask-kitten.user-code', newValue: 'kitten' });
    changes$.next({ key: 'other', newValue: uuidv4() });
    expect(userCode.current).toBe(before);
  });
});
