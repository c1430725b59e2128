import { TestBed } from '@angular/core/testing';

import { SendKey } from './send-key.ts';

describe('SendKey', () => {
  afterEach(() => localStorage.removeItem('ask-kitten.send-key'));

  function sends(init: KeyboardEventInit): boolean {
    return TestBed.inject(SendKey).sends(new KeyboardEvent('keydown', { key: 'Enter', ...init }));
  }

  it('is Enter at first, and Enter with Ctrl or ⌘ as well', () => {
    expect([sends({}), sends({ ctrlKey: true }), sends({ metaKey: true })]).toEqual([true, true, true]);
  });

  it('is never Enter with Shift or Alt, nor another key', () => {
    expect([sends({ shiftKey: true }), sends({ altKey: true }), sends({ key: 'a' })]).toEqual([false, false, false]);
  });

  it('is Enter with Ctrl or ⌘ alone where that was chosen, also the next time', () => {
    TestBed.inject(SendKey).choose('modifier-enter');
    TestBed.resetTestingModule();
    expect(TestBed.inject(SendKey).choice()).toBe('modifier-enter');
    expect([sends({}), sends({ ctrlKey: true }), sends({ metaKey: true })]).toEqual([false, true, true]);
  });
});
