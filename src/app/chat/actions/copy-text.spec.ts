import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';

import { useFakeClock } from '../../../testing/index.ts';
import { CopyText } from './copy-text.ts';

describe('CopyText', () => {
  const clock = useFakeClock();

  it('copies a text as it was written, and says so for a moment', () => {
    const copy = jasmine.createSpy('copy').and.returnValue(true);
    TestBed.configureTestingModule({ providers: [{ provide: Clipboard, useValue: { copy } }] });
    const fixture = TestBed.createComponent(CopyText);
    fixture.componentRef.setInput('content', '**一只猫**\n两行');
    fixture.componentRef.setInput('label', 'chat.copyPrompt');
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    element.querySelector('button')!.click();
    fixture.detectChanges();
    expect(copy).toHaveBeenCalledOnceWith('**一只猫**\n两行');
    expect(element.querySelector('[aria-live]')?.textContent).toBe('已复制');
    clock.tick(2_000);
    fixture.detectChanges();
    expect(element.querySelector('[aria-live]')?.textContent).toBe('');
  });
});
