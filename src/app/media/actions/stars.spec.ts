import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';

import { STORAGE_EVENTS } from '../../preferences/preference.ts';
import { Stars } from './stars.ts';

describe('Stars', () => {
  const storage = new Subject<StorageEvent>();

  beforeEach(() => TestBed.configureTestingModule({ providers: [{ provide: STORAGE_EVENTS, useValue: storage }] }));

  afterEach(() => localStorage.removeItem('ask-kitten.stars'));

  it('are there again the next time', () => {
    TestBed.inject(Stars).toggle('a');
    TestBed.inject(Stars).toggle('b');
    TestBed.inject(Stars).toggle('a');
    TestBed.resetTestingModule();
    expect([...TestBed.inject(Stars).ids()]).toEqual(['b']);
  });

  it('follow another tab, and keep what it has starred meanwhile', () => {
    const stars = TestBed.inject(Stars);
    localStorage.setItem('ask-kitten.stars', '["other"]');
    stars.toggle('mine');
    expect([...stars.ids()]).toEqual(['other', 'mine']);
    storage.next(new StorageEvent('storage', { key: 'ask-kitten.stars', newValue: '["x"]' }));
    expect([...stars.ids()]).toEqual(['x']);
  });

  it('are none where something else is kept under their name', () => {
    localStorage.setItem('ask-kitten.stars', '{"a":1}');
    expect(TestBed.inject(Stars).ids().size).toBe(0);
  });
});
