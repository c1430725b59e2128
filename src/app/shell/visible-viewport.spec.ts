import { Component, DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { VisibleViewport } from './visible-viewport.ts';

@Component({ selector: 'kitten-host', template: '', hostDirectives: [VisibleViewport] })
class Host {}

describe('VisibleViewport', () => {
  it('keeps to what a keyboard leaves of the page, but not to what two fingers zoom', () => {
    const viewport = Object.assign(new EventTarget(), { scale: 1, height: 800, offsetTop: 0 });
    spyOnProperty(window, 'visualViewport').and.returnValue(viewport as unknown as VisualViewport);
    spyOnProperty(TestBed.inject(DOCUMENT).documentElement, 'clientHeight').and.returnValue(800);
    const element = TestBed.createComponent(Host).nativeElement as HTMLElement;
    const become = (change: object): void => {
      Object.assign(viewport, change);
      viewport.dispatchEvent(new Event('resize'));
    };
    become({ height: 450, offsetTop: 120 });
    expect(element.classList).toContain('covered');
    expect(element.style.getPropertyValue('--kitten-viewport-height')).toBe('450px');
    expect(element.style.getPropertyValue('--kitten-viewport-top')).toBe('120px');
    become({ scale: 2 });
    expect(element.classList).not.toContain('covered');
    become({ scale: 1, height: 800, offsetTop: 0 });
    expect(element.classList).not.toContain('covered');
  });
});
