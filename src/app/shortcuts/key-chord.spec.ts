import { isSingleKey, keyNames, pressed } from './key-chord.ts';

describe('key chords', () => {
  function press(key: string, modifiers: KeyboardEventInit = {}): KeyboardEvent {
    return new KeyboardEvent('keydown', { key, ...modifiers });
  }

  it('are pressed with their modifiers and no others', () => {
    expect(pressed('Mod+K', press('k', { ctrlKey: true }))).toBeTrue();
    expect(pressed('Mod+K', press('k', { metaKey: true }))).toBeTrue();
    expect(pressed('Mod+K', press('k'))).toBeFalse();
    expect(pressed('Mod+K', press('K', { ctrlKey: true, shiftKey: true }))).toBeFalse();
    expect(pressed('Mod+Shift+O', press('O', { ctrlKey: true, shiftKey: true }))).toBeTrue();
    expect(pressed('Mod+K', press('k', { ctrlKey: true, altKey: true }))).toBeFalse();
  });

  it('take a sign with or without Shift, as the keyboard has it', () => {
    expect(pressed('?', press('?', { shiftKey: true }))).toBeTrue();
    expect(pressed('?', press('?'))).toBeTrue();
    expect(pressed('/', press('/', { ctrlKey: true }))).toBeFalse();
  });

  it('are single keys where nothing is held with them', () => {
    expect(['?', '/', 'G', 'Shift+G'].every(isSingleKey)).toBeTrue();
    expect(['Mod+/', 'Alt+G', 'Escape', 'ArrowUp'].some(isSingleKey)).toBeFalse();
  });

  it('are written as the keys are labelled', () => {
    expect(keyNames('Mod+Shift+O', 'apple')).toEqual(['⌘', '⇧', 'O']);
    expect(keyNames('Mod+Shift+O', 'other')).toEqual(['Ctrl', 'Shift', 'O']);
    expect(keyNames('ArrowUp', 'other')).toEqual(['↑']);
    expect(keyNames('+', 'other')).toEqual(['+']);
    expect(keyNames('Mod++', 'other')).toEqual(['Ctrl', '+']);
  });
});
