import { TestBed } from '@angular/core/testing';

import { TextMessageView } from './text-message.ts';

describe('TextMessageView', () => {
  it('sets each line of a prompt in the direction of its own words', async () => {
    const fixture = TestBed.createComponent(TextMessageView);
    fixture.componentRef.setInput('author', 'user');
    fixture.componentRef.setInput('content', 'cat\n(قطة)!');
    await fixture.whenStable();
    const words = (fixture.nativeElement as HTMLElement).querySelector('p')!.firstChild!;
    const leftOf = (place: number): number => {
      const range = document.createRange();
      range.setStart(words, place);
      range.setEnd(words, place + 1);
      return range.getBoundingClientRect().left;
    };
    expect(leftOf(0)).toBeLessThan(leftOf(2));
    // The mark at the end of the second line stands left of it.
    expect(leftOf(9)).toBeLessThan(leftOf(5));
  });
});
