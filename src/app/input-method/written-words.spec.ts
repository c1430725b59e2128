import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { WrittenWords } from './written-words.ts';

@Component({
  selector: 'kitten-test-search',
  imports: [WrittenWords],
  template: `<input type="search" (kittenWrittenWords)="words.set($event)" />`,
})
class Search {
  readonly words = signal('');
}

describe('WrittenWords', () => {
  function write(field: HTMLInputElement, value: string, event: Event): void {
    field.value = value;
    field.dispatchEvent(event);
  }

  it('says what is written once it is words, and nothing of what an input method has half written', () => {
    const fixture = TestBed.createComponent(Search);
    fixture.detectChanges();
    const field = (fixture.nativeElement as HTMLElement).querySelector('input')!;
    const { words } = fixture.componentInstance;
    write(field, '猫', new InputEvent('input'));
    expect(words()).toBe('猫');
    for (const half of ['猫x', "猫xiao'mao"]) {
      write(field, half, new InputEvent('input', { isComposing: true }));
      expect(words()).toBe('猫');
    }
    write(field, '猫小猫', new CompositionEvent('compositionend', { data: '小猫' }));
    expect(words()).toBe('猫小猫');
    write(field, '', new InputEvent('input'));
    expect(words()).toBe('');
  });
});
