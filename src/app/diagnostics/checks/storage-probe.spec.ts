import { TestBed } from '@angular/core/testing';

import { TRY_STORAGE } from './storage-probe.ts';

describe('trying what the browser keeps', () => {
  it('finds that it keeps what it is given, and leaves nothing behind', async () => {
    const before = localStorage.length;
    const answer = await TestBed.inject(TRY_STORAGE)();
    expect(answer).toEqual(jasmine.objectContaining({ isLocalWritable: true, isDatabaseWritable: true }));
    expect(localStorage.length).toBe(before);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('ask-kitten.probe');
  });

  it('finds that it keeps nothing', async () => {
    spyOn(Storage.prototype, 'setItem').and.throwError(new DOMException('full', 'QuotaExceededError'));
    spyOn(IDBFactory.prototype, 'open').and.throwError(new DOMException('blocked', 'SecurityError'));
    const answer = await TestBed.inject(TRY_STORAGE)();
    expect(answer).toEqual(jasmine.objectContaining({ isLocalWritable: false, isDatabaseWritable: false }));
  });
});
