import { TestBed } from '@angular/core/testing';

import { ClipWishes } from './clip-wishes.ts';

describe('ClipWishes', () => {
  afterEach(() => localStorage.clear());

  function wishes(): ClipWishes {
    TestBed.resetTestingModule();
    return TestBed.inject(ClipWishes);
  }

  it('are kept, each by itself, until they are left to the engine again', () => {
    wishes().choose({ size: '720x1280' });
    wishes().choose({ seconds: 8, count: 2 });
    expect(wishes().options()).toEqual({ size: '720x1280', seconds: 8 });
    wishes().choose({ size: undefined });
    expect(wishes().current()).toEqual({ seconds: 8, count: 2 });
  });

  it('say the style at the end of a prompt, once, and take it off again', () => {
    const made = wishes();
    expect(made.worded('一只猫')).toBe('一只猫');
    made.choose({ style: { name: 'ink', words: '，水墨风格' } });
    expect(made.worded('一只猫')).toBe('一只猫，水墨风格');
    expect(made.worded('一只猫，水墨风格')).toBe('一只猫，水墨风格');
    expect(made.worded(' ')).toBe(' ');
    expect(made.unworded('一只猫，水墨风格')).toBe('一只猫');
    expect(made.unworded('一只猫')).toBe('一只猫');
  });

  it('are none where something else is kept', () => {
    for (const json of ['null', '7', '{', '{"size":7,"seconds":"long","style":{"words":1},"count":99}']) {
      localStorage.setItem('ask-kitten.clip', json);
      expect(wishes().options()).withContext(json).toEqual({});
      expect(wishes().current().style).withContext(json).toBeUndefined();
      expect(wishes().current().count).withContext(json).toBeUndefined();
    }
  });
});
