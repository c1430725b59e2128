import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter, TitleStrategy } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { TabMark } from '../job-notifications/tab-mark.ts';
import { Language } from '../language/language.ts';
import { until } from '../../testing/index.ts';
import { PageTitle } from './page-title.ts';

@Component({ selector: 'kitten-page', template: '' })
class Page {}

describe('PageTitle', () => {
  beforeEach(() => {
    const routes = [
      { path: '', component: Page, title: 'shell.appName' },
      { path: 'gallery', component: Page, title: 'shell.gallery' },
      { path: 'c/:id', component: Page, title: 'shell.appName' },
    ];
    TestBed.configureTestingModule({
      providers: [provideRouter(routes), { provide: TitleStrategy, useExisting: PageTitle }],
    });
  });

  afterEach(() => {
    localStorage.removeItem('ask-kitten.language');
    document.documentElement.lang = 'zh-CN';
  });

  function title(): string {
    TestBed.tick();
    return TestBed.inject(Title).getTitle();
  }

  it('names the page in the language in force', async () => {
    const harness = await RouterTestingHarness.create('/gallery');
    expect(title()).toBe('作品 · 问小猫');
    TestBed.inject(Language).choose('en');
    await until(() => title() === 'Gallery · Ask Kitten');
    await harness.navigateByUrl('/');
    expect(title()).toBe('Ask Kitten');
  });

  it('is what the conversation that is open is called, and no other page', async () => {
    const harness = await RouterTestingHarness.create('/c/7');
    expect(title()).toBe('问小猫');
    TestBed.inject(PageTitle).conversationName.set('一只猫。两只猫');
    expect(title()).toBe('一只猫。两只猫 · 问小猫');
    expect(TestBed.inject(PageTitle).heading()).toBe('一只猫。两只猫');
    await harness.navigateByUrl('/gallery');
    expect(title()).toBe('作品 · 问小猫');
  });

  it('has how far a job is before it', async () => {
    await RouterTestingHarness.create('/c/7');
    TestBed.inject(PageTitle).conversationName.set('一只猫');
    TestBed.inject(TabMark).current.set({ kind: 'running', percent: 42 });
    expect(title()).toBe('42% · 一只猫 · 问小猫');
  });
});
