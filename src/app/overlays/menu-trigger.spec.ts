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
  imports: [MatMenu, MENU_TRIGGER],
  template: `
    <button type="button" leadsElsewhere [matMenuTriggerFor]="menu">Doors</button>
    <mat-menu #menu="matMenu" />
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

  it('has no say in a menu whose choices lead elsewhere', () => {
    const add = jasmine.createSpy<OverlayHistory['add']>('add');
    TestBed.configureTestingModule({ providers: [{ provide: OverlayHistory, useValue: { add } }] });
    const fixture = TestBed.createComponent(Doors);
    fixture.detectChanges();
    (fixture.nativeElement as HTMLElement).querySelector('button')!.click();
    expect(menu()).not.toBeNull();
    expect(add).not.toHaveBeenCalled();
  });
});
