import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { injectShortcut, Shortcuts } from './shortcuts.ts';

@Component({ selector: 'kitten-part', template: '' })
class Part {
  run: () => void = () => undefined;

  constructor() {
    injectShortcut({ keys: ['Mod+K'], description: 'shell.chat', run: () => this.run() });
  }
}

describe('Shortcuts', () => {
  let shortcuts: Shortcuts;
  let run: jasmine.Spy<() => void>;
  let elements: HTMLElement[];

  beforeEach(() => {
    shortcuts = TestBed.inject(Shortcuts);
    run = jasmine.createSpy<() => void>('run');
    elements = [];
  });

  afterEach(() => {
    for (const element of elements) element.remove();
    localStorage.removeItem('ask-kitten.single-keys');
  });

  function put<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
    const element = document.createElement(name);
    elements.push(element);
    return document.body.appendChild(element);
  }

  /** Returns whether the key was left to the browser. */
  function press(key: string, modifiers: KeyboardEventInit = {}, target: EventTarget = document.body): boolean {
    return target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
  }

  it('do what they are for, and the browser does not', () => {
    shortcuts.add({ keys: ['?', 'Mod+/'], description: 'settings.showShortcuts', run });
    expect(press('?')).toBeFalse();
    expect(press('/', { metaKey: true })).toBeFalse();
    expect(press('x')).toBeTrue();
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('leave a key without modifiers to whoever writes', () => {
    shortcuts.add({ keys: ['/', 'Mod+K'], description: 'settings.focusComposer', run });
    const field = put('textarea');
    expect(press('/', {}, field)).toBeTrue();
    expect(run).not.toHaveBeenCalled();
    press('k', { ctrlKey: true }, field);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('can do without the keys without modifiers', () => {
    shortcuts.add({ keys: ['/', 'Mod+K'], description: 'settings.focusComposer', run });
    shortcuts.chooseSingleKeys('off');
    press('/');
    expect(run).not.toHaveBeenCalled();
    press('k', { ctrlKey: true });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('wait while something lies over the page, and while a word is being composed', () => {
    shortcuts.add({ keys: ['/'], description: 'settings.focusComposer', run });
    press('/', { isComposing: true });
    put('div').role = 'dialog';
    press('/');
    expect(run).not.toHaveBeenCalled();
  });

  it('hold while what could lie over the page is closed', () => {
    shortcuts.add({ keys: ['/'], description: 'settings.focusComposer', run });
    const panel = put('div');
    Object.assign(panel, { role: 'dialog', popover: 'auto' });
    press('/');
    expect(run).toHaveBeenCalledTimes(1);
    panel.showPopover();
    press('/');
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('hold over what they were made for, unless something else lies over that', () => {
    shortcuts.add({ keys: ['Mod+B'], description: 'settings.togglePanel', run, over: 'aside' });
    const cover = put('aside').appendChild(document.createElement('div'));
    cover.role = 'dialog';
    press('b', { ctrlKey: true });
    expect(run).toHaveBeenCalledTimes(1);
    put('div').role = 'dialog';
    press('b', { ctrlKey: true });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('are listed as long as their part is there', () => {
    const part = TestBed.createComponent(Part);
    part.componentInstance.run = run;
    expect(shortcuts.all().map(({ keys }) => keys)).toEqual([['Mod+K']]);
    press('k', { ctrlKey: true });
    part.destroy();
    press('k', { ctrlKey: true });
    expect(shortcuts.all()).toEqual([]);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
