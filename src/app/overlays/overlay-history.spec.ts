import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { flush, until } from '../../testing/index.ts';
import { OverlayHistory } from './overlay-history.ts';

@Component({ selector: 'kitten-page', template: '' })
class Page {}

describe('OverlayHistory', () => {
  let location: Location;
  let overlays: OverlayHistory;

  beforeEach(async () => {
    const pages = ['', 'gallery', 'settings'].map((path) => ({ path, component: Page }));
    TestBed.configureTestingModule({ providers: [provideRouter(pages)] });
    const harness = await RouterTestingHarness.create('/');
    await harness.navigateByUrl('/gallery');
    // Has the router follow Back.
    TestBed.inject(Router).setUpLocationChangeListener();
    location = TestBed.inject(Location);
    overlays = TestBed.inject(OverlayHistory);
  });

  /** An overlay that tells the way back that it is closed, as dialogs do. */
  function open(): { readonly close: jasmine.Spy; readonly closed: () => void } {
    const close = jasmine.createSpy('close').and.callFake(() => closed());
    const closed = overlays.add(close);
    return { close, closed };
  }

  async function back(): Promise<void> {
    location.back();
    await until(() => TestBed.inject(Router).currentNavigation() === null);
    await flush();
  }

  it('closes an overlay by Back, and stays on the page', async () => {
    const { close } = open();
    expect(location.path()).toBe('/gallery');
    await back();
    expect(close).toHaveBeenCalledTimes(1);
    expect(TestBed.inject(Router).url).toBe('/gallery');
    await back();
    await until(() => TestBed.inject(Router).url === '/');
  });

  it('closes the last one first', async () => {
    const [viewer, sheet] = [open(), open()];
    await back();
    expect([viewer.close.calls.count(), sheet.close.calls.count()]).toEqual([0, 1]);
    await back();
    expect(viewer.close).toHaveBeenCalledTimes(1);
    expect(TestBed.inject(Router).url).toBe('/gallery');
  });

  it('leaves no entry behind where it is closed otherwise', async () => {
    const { close, closed } = open();
    closed();
    await until(() => (location.getState() as { readonly kittenOverlay?: number } | null)?.kittenOverlay === undefined);
    await back();
    expect(close).not.toHaveBeenCalled();
    await until(() => TestBed.inject(Router).url === '/');
  });

  it('leaves none behind where one takes the place of another', async () => {
    open().closed();
    const { close } = open();
    await back();
    expect(close).toHaveBeenCalledTimes(1);
    await back();
    await until(() => TestBed.inject(Router).url === '/');
  });

  it('leaves none behind of what lay over the page before that was loaded again', async () => {
    location.go('/gallery', '', { kittenOverlay: 1 });
    location.go('/gallery', '', { kittenOverlay: 2 });
    TestBed.runInInjectionContext(() => new OverlayHistory());
    await until(() => (location.getState() as { readonly kittenOverlay?: number } | null)?.kittenOverlay === undefined);
    expect(location.path()).toBe('/gallery');
    await back();
    await until(() => TestBed.inject(Router).url === '/');
  });

  it('keeps what is opened while the entry of another one is being left', async () => {
    open().closed();
    // The browser has been told to leave it.
    await flush();
    const { close } = open();
    await flush();
    expect(close).not.toHaveBeenCalled();
    await back();
    expect(close).toHaveBeenCalledTimes(1);
    expect(TestBed.inject(Router).url).toBe('/gallery');
  });

  it('leaves none behind where a link in it leads elsewhere', async () => {
    const { closed } = open();
    const navigation = TestBed.inject(Router).navigateByUrl('/settings');
    closed();
    await navigation;
    await flush();
    expect(TestBed.inject(Router).url).toBe('/settings');
    await back();
    await until(() => TestBed.inject(Router).url === '/gallery');
  });

  describe('before a page that a choice leads to', () => {
    /** A menu that is closed by a choice. */
    function choose(): void {
      overlays.addBeforePage(() => undefined).chosen();
    }

    async function expectStart(): Promise<void> {
      await until(() => TestBed.inject(Router).url === '/');
      expect(TestBed.inject(Router).url).toBe('/');
    }

    it('has that page in the place of its entry, even after a moment', async () => {
      choose();
      await flush();
      await TestBed.inject(Router).navigateByUrl('/settings');
      await flush();
      expect(location.path()).toBe('/settings');
      await back();
      await until(() => TestBed.inject(Router).url === '/gallery');
      await back();
      await until(() => TestBed.inject(Router).url === '/');
    });

    it('is gone past where there was none', async () => {
      choose();
      await flush();
      await back();
      await expectStart();
    });

    it('leaves its entry to what is opened next', async () => {
      choose();
      const { close } = open();
      await back();
      expect(close).toHaveBeenCalledTimes(1);
      expect(TestBed.inject(Router).url).toBe('/gallery');
      await back();
      await until(() => TestBed.inject(Router).url === '/');
    });

    it('is gone past to what it lay over', async () => {
      const { close } = open();
      choose();
      await back();
      await until(() => close.calls.any());
      expect(TestBed.inject(Router).url).toBe('/gallery');
    });

    it('is gone past where what it lay over is closed too', async () => {
      const { closed } = open();
      choose();
      closed();
      await flush();
      await back();
      await expectStart();
    });

    it('leaves no entry behind where nothing is chosen', async () => {
      overlays.addBeforePage(() => undefined).closed();
      await until(
        () => (location.getState() as { readonly kittenOverlay?: number } | null)?.kittenOverlay === undefined,
      );
      await back();
      await expectStart();
    });

    it('is closed by Back', async () => {
      const close = jasmine.createSpy('close');
      const menu = overlays.addBeforePage(() => (close(), menu.closed()));
      await back();
      expect(close).toHaveBeenCalledTimes(1);
      expect(TestBed.inject(Router).url).toBe('/gallery');
      await back();
      await until(() => TestBed.inject(Router).url === '/');
    });
  });
});
