import { computed } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { filter, firstValueFrom, throwError } from 'rxjs';

import { until } from '../../testing/index.ts';
import { Language } from './language.ts';
import { preferredLanguage } from './languages.ts';
import { injectCountText, injectText } from './text.ts';

describe('Language', () => {
  afterEach(() => {
    localStorage.removeItem('ask-kitten.language');
    document.documentElement.lang = 'zh-CN';
  });

  it('speaks another language at once when it is chosen, everywhere, and again the next time', async () => {
    const text = TestBed.runInInjectionContext(injectText);
    const shown = computed(() => text('shell.chat'));
    expect(shown()).toBe('聊天');
    const changed = firstValueFrom(TestBed.inject(TranslocoService).langChanges$.pipe(filter((tag) => tag === 'en')));
    TestBed.inject(Language).choose('en');
    await changed;
    expect(shown()).toBe('Chat');
    const count = TestBed.runInInjectionContext(injectCountText);
    expect([1, 2].map((number) => count('chat.newMessages', number))).toEqual(['1 new message', '2 new messages']);
    expect(document.documentElement.lang).toBe('en');
    TestBed.resetTestingModule();
    await TestBed.inject(Language).start();
    expect(TestBed.inject(Language).current()).toBe('en');
  });

  it('says of the page what it speaks where the texts of the language that was to come cannot be had', async () => {
    document.documentElement.lang = 'en';
    spyOn(TestBed.inject(TranslocoService), 'load').and.returnValue(throwError(() => new Error('no network')));
    await TestBed.inject(Language).start();
    expect(document.documentElement.lang).toBe('zh-CN');
  });

  it('installs the application under its name in the language in force', async () => {
    const link = document.createElement('link');
    link.rel = 'manifest';
    document.head.append(link);
    try {
      for (const [tag, address] of [
        ['en', 'manifest.en.webmanifest'],
        ['zh-CN', 'manifest.webmanifest'],
      ] as const) {
        TestBed.inject(Language).choose(tag);
        await until(() => TestBed.inject(Language).current() === tag);
        expect(link.getAttribute('href')).toBe(address);
      }
    } finally {
      link.remove();
    }
  });

  it('begins with what the browser asks for, and else with Chinese', () => {
    expect(preferredLanguage(['fr', 'en-GB', 'zh'])).toBe('en');
    expect(preferredLanguage(['zh-TW', 'en'])).toBe('zh-CN');
    expect(preferredLanguage(['fr'])).toBe('zh-CN');
  });
});
