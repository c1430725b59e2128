import { TestBed } from '@angular/core/testing';

import { FrameParts } from './frame-parts.ts';

describe('FrameParts', () => {
  it('is complete, but for a start, which puts in one after the other', () => {
    const parts = TestBed.inject(FrameParts);
    const there = (): readonly boolean[] => [parts.has('panel'), parts.has('page')];
    expect(there()).toEqual([true, true]);
    expect(parts.addNext()).toBeFalse();
    parts.clear();
    expect(there()).toEqual([false, false]);
    expect(parts.addNext()).toBeTrue();
    expect(there()).toEqual([true, false]);
    expect(parts.addNext()).toBeTrue();
    expect(there()).toEqual([true, true]);
    expect(parts.addNext()).toBeFalse();
  });
});
