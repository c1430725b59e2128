import { TestBed } from '@angular/core/testing';

import { Draft, DRAFT_STORAGE } from './draft.ts';

describe('Draft', () => {
  it('is there again after a reload', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    };
    const load = (): Draft => {
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({ providers: [{ provide: DRAFT_STORAGE, useValue: () => storage }] });
      return TestBed.inject(Draft);
    };
    load().text.set('一只橘猫在');
    TestBed.tick();
    const draft = load();
    expect(draft.text()).toBe('一只橘猫在');
    draft.text.set('');
    TestBed.tick();
    expect(load().text()).toBe('');
  });

  it('lives as long as the page where the browser keeps nothing', () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    TestBed.configureTestingModule({ providers: [{ provide: DRAFT_STORAGE, useValue: blocked }] });
    const draft = TestBed.inject(Draft);
    draft.text.set('一只橘猫在');
    TestBed.tick();
    expect(draft.text()).toBe('一只橘猫在');
  });
});
