import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { SidePanelState } from './side-panel-state.ts';
import { SidePanel } from './side-panel.ts';

@Component({ selector: 'kitten-page', template: '' })
class Page {}

@Component({
  selector: 'kitten-host',
  imports: [SidePanel],
  template: '<kitten-side-panel><p>对话</p></kitten-side-panel>',
})
class Host {}

describe('SidePanel', () => {
  let width: 'wide' | 'narrow';
  let onChange: () => void;

  beforeEach(() => {
    width = 'narrow';
    const list = {
      get matches() {
        return width === 'wide';
      },
      addEventListener: (_: string, listener: () => void) => (onChange = listener),
      removeEventListener: () => undefined,
    };
    spyOn(window, 'matchMedia').and.returnValue(list as unknown as MediaQueryList);
    const pages = ['', 'gallery', 'diagnostics', 'settings', 'c/:id'].map((path) => ({ path, component: Page }));
    TestBed.configureTestingModule({ providers: [provideRouter(pages)] });
  });

  afterEach(() => localStorage.removeItem('ask-kitten.panel'));

  function shown(): HTMLElement {
    const fixture = TestBed.createComponent(Host);
    document.body.append(fixture.nativeElement as HTMLElement);
    TestBed.tick();
    return fixture.nativeElement as HTMLElement;
  }

  it('covers a narrow page until Esc, and has the focus meanwhile', () => {
    const element = shown();
    const panel = TestBed.inject(SidePanelState);
    const surface = element.querySelector<HTMLElement>('.surface')!;
    expect(panel.isOpen()).toBeFalse();
    panel.toggle();
    TestBed.tick();
    expect(panel.isModal()).toBeTrue();
    expect([surface.role, surface.ariaModal]).toEqual(['dialog', 'true']);
    expect(document.activeElement).toBe(surface);
    surface.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    expect(panel.isOpen()).toBeFalse();
  });

  it('stands beside a wide page, open or closed as it was left', () => {
    width = 'wide';
    const panel = TestBed.inject(SidePanelState);
    expect([panel.isOpen(), panel.isModal()]).toEqual([true, false]);
    panel.toggle();
    expect(panel.isOpen()).toBeFalse();
    expect(localStorage.getItem('ask-kitten.panel')).toBe('closed');
    width = 'narrow';
    onChange();
    panel.toggle();
    expect(panel.isModal()).toBeTrue();
  });

  it('leads to the pages, says which is open, and gives way to it', async () => {
    const harness = await RouterTestingHarness.create('/c/7');
    const element = shown();
    const panel = TestBed.inject(SidePanelState);
    const current = (): string | undefined => element.querySelector('[aria-current=page]')?.textContent.trim();
    expect(element.textContent).toContain('对话');
    expect(current()).toBe('聊天');
    panel.toggle();
    await harness.navigateByUrl('/gallery');
    TestBed.tick();
    expect(panel.isOpen()).toBeFalse();
    expect(current()).toBe('作品');
  });
});
