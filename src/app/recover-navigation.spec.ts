import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withNavigationErrorHandler } from '@angular/router';

import { flush } from '../testing/index.ts';
import { PAGE_LOADER, type PageLoader, recoverNavigation } from './recover-navigation.ts';
import { Notices } from './notices/notices.ts';

describe('recoverNavigation', () => {
  let canLoad: jasmine.Spy<PageLoader['canLoad']>;
  let load: jasmine.Spy<PageLoader['load']>;
  let show: jasmine.Spy<(text: string) => void>;

  beforeEach(() => {
    canLoad = jasmine.createSpy<PageLoader['canLoad']>('canLoad');
    load = jasmine.createSpy<PageLoader['load']>('load');
    show = jasmine.createSpy<(text: string) => void>('show');
    const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    TestBed.configureTestingModule({
      providers: [
        { provide: PAGE_LOADER, useValue: { canLoad, load } },
        { provide: Notices, useValue: { show } },
        provideRouter(
          [
            { path: '', children: [] },
            { path: 'gallery', loadComponent: gone },
          ],
          withNavigationErrorHandler(recoverNavigation),
        ),
      ],
    });
  });

  async function open(...urls: readonly string[]): Promise<void> {
    for (const url of urls)
      await TestBed.inject(Router)
        .navigateByUrl(url)
        .catch(() => undefined);
    await flush();
  }

  it('loads in full what an older build no longer has', async () => {
    canLoad.and.resolveTo(true);
    await open('/', '/gallery?newest=1');
    expect(load).toHaveBeenCalledOnceWith('/gallery?newest=1');
    expect(show).not.toHaveBeenCalled();
  });

  it('stays where the server does not answer, or has no such page', async () => {
    canLoad.and.rejectWith(new TypeError('Failed to fetch'));
    await open('/', '/gallery');
    canLoad.and.resolveTo(false);
    await open('/', '/gallery');
    expect(load).not.toHaveBeenCalled();
    expect(show.calls.allArgs()).toEqual([['页面暂时无法打开，请稍后再试'], ['页面暂时无法打开，请稍后再试']]);
  });

  it('shows the conversation instead of a page that fails as it is loaded', async () => {
    canLoad.and.resolveTo(true);
    await open('/gallery');
    expect(TestBed.inject(Router).url).toBe('/');
    expect(TestBed.inject(Router).navigated).toBeTrue();
    expect(load).not.toHaveBeenCalled();
    expect(show).toHaveBeenCalledTimes(1);
  });
});
