import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';

import { CurrentConversation, SHOWS_CONVERSATION } from './current-conversation.ts';

@Component({ template: '' })
class Page {}

describe('CurrentConversation', () => {
  const data = { [SHOWS_CONVERSATION]: true };
  const routes = [
    { path: '', component: Page, pathMatch: 'full' as const, data },
    { path: 'c/:conversation', component: Page, data },
    { path: 'gallery', component: Page },
  ];

  /** The page as it is loaded anew in this tab, at an address. */
  async function load(address: string): Promise<CurrentConversation> {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [provideRouter(routes)] });
    const current = TestBed.inject(CurrentConversation);
    await TestBed.inject(Router).navigateByUrl(address);
    return current;
  }

  beforeEach(() => sessionStorage.clear());
  afterEach(() => sessionStorage.clear());

  it('is the last one that was open where another page is loaded anew, and none in a new tab', async () => {
    await load('/c/one');
    const current = await load('/gallery');
    expect(current.path()).toBe('/c/one');
    sessionStorage.clear();
    expect((await load('/gallery')).path()).toBe('/');
  });

  it('is what the address says, whatever was open before', async () => {
    await load('/c/one');
    expect((await load('/c/two')).id()).toBe('two');
    expect((await load('/')).id()).toBeNull();
    expect((await load('/gallery')).id()).toBeNull();
  });

  it('is not called back by going to another page', async () => {
    await load('/c/one');
    const current = await load('/');
    await TestBed.inject(Router).navigateByUrl('/gallery');
    expect(current.id()).toBeNull();
  });
});
