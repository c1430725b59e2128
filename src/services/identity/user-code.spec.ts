import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { v4 as uuidv4, validate, version } from 'uuid';

import { type TextStorage, LOCAL_STORAGE, STORAGE_CHANGES, type StorageChange } from '../platform/browser.ts';
import { memoryStorage } from '../testing/memory-storage.ts';
import { UserCode } from './user-code.ts';

function visit(storage: () => TextStorage, changes$ = new Subject<StorageChange>()): UserCode {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      { provide: LOCAL_STORAGE, useValue: storage },
      { provide: STORAGE_CHANGES, useValue: changes$ },
    ],
  });
  return TestBed.inject(UserCode);
}

describe('UserCode', () => {
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
    changes$.next({ key: 'ask-kitten.user-code', newValue });
    changes$.next({ key: 'ask-kitten.user-code', newValue });
    expect(codes.slice(1)).toEqual([newValue]);
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
