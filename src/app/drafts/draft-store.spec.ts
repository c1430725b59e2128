import { TestBed } from '@angular/core/testing';
import { EMPTY } from 'rxjs';

import { STORAGE_EVENTS } from '../preferences/preference.ts';
import { DEVICE_STORAGE, TAB_STORAGE } from '../preferences/text-storage.ts';
import { DraftStore } from './draft-store.ts';
import { EMPTY_DRAFT, type StoredDraft } from './stored-draft.ts';

describe('DraftStore', () => {
  let shared: Map<string, string>;

  beforeEach(() => (shared = new Map()));

  /** A tab of the browser, after a reload where it was one before. */
  function open(tab = new Map<string, string>()): DraftStore {
    const storageOf = (map: Map<string, string>): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> => ({
      getItem: (key) => map.get(key) ?? null,
      setItem: (key, text) => void map.set(key, text),
      removeItem: (key) => void map.delete(key),
    });
    const [device, own] = [storageOf(shared), storageOf(tab)];
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        { provide: DEVICE_STORAGE, useValue: () => device },
        { provide: TAB_STORAGE, useValue: () => own },
        { provide: STORAGE_EVENTS, useValue: EMPTY },
      ],
    });
    return TestBed.inject(DraftStore);
  }

  const draft = (text: string): StoredDraft => ({ ...EMPTY_DRAFT, text });

  it('keeps for a new tab what one has written that is closed, though another writes and erases beside it', () => {
    const tab = new Map<string, string>();
    const beside = open(tab);
    expect(beside.read('c').text).toBe('');
    const closed = open();
    expect(closed.read('c').text).toBe('');
    closed.save('c', draft('一只橘猫在雨夜的霓虹街头散步'));
    for (const text of ['x', 'xy']) {
      beside.save('c', draft(text));
      expect(open(tab).read('c').text).withContext('its own, over a reload').toBe(text);
    }
    beside.save('c', EMPTY_DRAFT);
    expect(open(tab).read('c').text).toBe('');
    expect(open().read('c').text).toBe('一只橘猫在雨夜的霓虹街头散步');
  });

  it('lets a tab that began with it go on with it', () => {
    open().save('c', draft('一只橘猫'));
    const later = open();
    expect(later.read('c').text).toBe('一只橘猫');
    later.save('c', draft('一只橘猫在'));
    expect(open().read('c').text).toBe('一只橘猫在');
  });
});
