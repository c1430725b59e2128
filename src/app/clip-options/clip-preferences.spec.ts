import { TestBed } from '@angular/core/testing';

import { ClipPreferences } from './clip-preferences.ts';

const KNOWN = ['，水墨风格', '，油画风格'];

describe('ClipPreferences', () => {
  afterEach(() => localStorage.clear());

  function preferences(): ClipPreferences {
    TestBed.resetTestingModule();
    return TestBed.inject(ClipPreferences);
  }

  it('are kept, each by itself, until they are left to the engine again', () => {
    preferences().choose({ size: '720x1280' });
    preferences().choose({ seconds: 8, count: 2 });
    expect(preferences().options()).toEqual({ size: '720x1280', seconds: 8 });
    preferences().choose({ size: undefined });
    expect(preferences().current()).toEqual({ seconds: 8, count: 2 });
  });

  it('say the style at the end of a prompt, once, and take it off again', () => {
    const made = preferences();
    expect(made.worded('一只猫', KNOWN)).toBe('一只猫');
    made.choose({ style: { name: 'ink', words: '，水墨风格' } });
    expect(made.worded('一只猫', KNOWN)).toBe('一只猫，水墨风格');
    expect(made.worded('一只猫，水墨风格', KNOWN)).toBe('一只猫，水墨风格');
    expect(made.worded(' ', KNOWN)).toBe(' ');
    expect(made.unworded('一只猫，水墨风格', KNOWN)).toBe('一只猫');
    expect(made.unworded('一只猫', KNOWN)).toBe('一只猫');
  });

  it('take a style off that is not in force any more, and add none to a prompt that has one', () => {
    const made = preferences();
    made.choose({ style: { name: 'oil', words: '，油画风格' } });
    expect(made.unworded('一只猫，水墨风格', KNOWN)).toBe('一只猫');
    expect(made.worded('一只猫，水墨风格', KNOWN)).toBe('一只猫，水墨风格');
    made.choose({ style: undefined });
    expect(made.unworded('一只猫，水墨风格', KNOWN)).toBe('一只猫');
    expect(made.unworded('一只猫，水墨风格', [])).toBe('一只猫，水墨风格');
  });

  it('are none where something else is kept', () => {
    for (const json of ['null', '7', '{', '{"size":7,"seconds":"long","style":{"words":1},"count":99}']) {
      localStorage.setItem('ask-kitten.clip', json);
      expect(preferences().options()).withContext(json).toEqual({});
      expect(preferences().current().style).withContext(json).toBeUndefined();
      expect(preferences().current().count).withContext(json).toBeUndefined();
    }
  });
});
