import { TestBed } from '@angular/core/testing';

import { translatePage } from '../../testing/translate-page.ts';
import { Markdown } from './markdown.ts';

describe('GrowingText, in markdown that grows', () => {
  function growing(): { readonly element: HTMLElement; readonly say: (content: string) => void } {
    const fixture = TestBed.createComponent(Markdown);
    const element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
    fixture.componentRef.setInput('isGrowing', true);
    const say = (content: string): void => {
      fixture.componentRef.setInput('content', content);
      fixture.detectChanges();
    };
    return { element, say };
  }

  it('keeps what is selected in it', () => {
    const { element, say } = growing();
    say('一只橘猫在雨夜的街头');
    const [selection, text] = [document.getSelection()!, element.querySelector('p span')!.firstChild!];
    selection.setBaseAndExtent(text, 2, text, 4);
    say('一只橘猫在雨夜的街头散步，');
    say('一只橘猫在雨夜的街头散步，**慢慢地**走');
    expect(selection.toString()).toBe('橘猫');
    element.remove();
  });

  it('goes on where a translation has taken the place of its text', () => {
    const { element, say } = growing();
    say('一只橘猫');
    translatePage(element);
    say('一只橘猫在散步');
    say('一只橘猫在散步，慢慢地');
    expect(element.textContent.trim()).toBe('一只橘猫在散步，慢慢地');
    element.remove();
  });
});
