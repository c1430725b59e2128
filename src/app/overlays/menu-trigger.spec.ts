import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatMenu, MatMenuItem } from '@angular/material/menu';

import { MENU_TRIGGER } from './menu-trigger.ts';
import { OverlayHistory } from './overlay-history.ts';

@Component({
  imports: [MatMenu, MatMenuItem, MENU_TRIGGER],
  template: `
    <button type="button" [matMenuTriggerFor]="menu">Cat</button>
    <mat-menu #menu="matMenu"><button mat-menu-item type="button">Purr</button></mat-menu>
  `,
})
class Cat {}

@Component({
  imports: [MatMenu, MatMenuItem, MENU_TRIGGER],
  template: `
    <button type="button" leadsElsewhere [matMenuTriggerFor]="menu">Doors</button>
    <mat-menu #menu="matMenu"><button mat-menu-item type="button">Out</button></mat-menu>
  `,
})
class Doors {}

describe('MENU_TRIGGER', () => {
  const menu = (): Element | null => document.querySelector('[role=menu]');

  function open(): { readonly back: () => void; readonly closed: jasmine.Spy } {
    const closed = jasmine.createSpy('closed');
    const add = jasmine.createSpy<OverlayHistory['add']>('add').and.returnValue(closed);
    TestBed.configureTestingModule({ providers: [{ provide: OverlayHistory, useValue: { add } }] });
    const fixture = TestBed.createComponent(Cat);
    fixture.detectChanges();
    (fixture.nativeElement as HTMLElement).querySelector('button')!.click();
    return { back: add.calls.mostRecent().args[0], closed };
  }

  it('has Back close the menu', () => {
    const { back, closed } = open();
    expect(menu()).not.toBeNull();
    expect(closed).not.toHaveBeenCalled();
    back();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('leaves nothing for Back where something was picked', () => {
    const { closed } = open();
    menu()!.querySelector('button')!.click();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('keeps the entry of a menu whose choices lead elsewhere for the page to come, where something was picked', () => {
    const [closed, chosen] = [jasmine.createSpy('closed'), jasmine.createSpy('chosen')];
    const addBeforePage = jasmine.createSpy<OverlayHistory['addBeforePage']>('addBeforePage');
    addBeforePage.and.returnValue({ closed, chosen });
    TestBed.configureTestingModule({ providers: [{ provide: OverlayHistory, useValue: { addBeforePage } }] });
    const fixture = TestBed.createComponent(Doors);
    fixture.detectChanges();
    const button = (fixture.nativeElement as HTMLElement).querySelector('button')!;
    button.click();
    addBeforePage.calls.mostRecent().args[0]();
    expect([closed.calls.count(), chosen.calls.count()]).toEqual([1, 0]);
    button.click();
    menu()!.querySelector('button')!.click();
    expect([closed.calls.count(), chosen.calls.count()]).toEqual([1, 1]);
  });
});
