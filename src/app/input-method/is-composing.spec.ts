import { isComposing } from './is-composing.ts';

function key(init: KeyboardEventInit): KeyboardEvent {
  return new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, ...init });
}

describe('isComposing', () => {
  it('takes a plain Enter as the person’s own', () => {
    expect(isComposing(key({}))).toBeFalse();
  });

  it('sees a composition under way', () => {
    expect(isComposing(key({ isComposing: true }))).toBeTrue();
  });

  it('sees a key that the input method takes', () => {
    expect(isComposing(key({ key: 'Process' }))).toBeTrue();
  });

  it('sees Safari’s Enter, which comes after the composition has ended', () => {
    expect(isComposing(key({ keyCode: 229, isComposing: false }))).toBeTrue();
  });
});
