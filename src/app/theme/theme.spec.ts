import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';

import { STORAGE_EVENTS } from '../preferences/preference.ts';
import { Theme } from './theme.ts';

describe('Theme', () => {
  const root = document.documentElement;
  let metas: HTMLMetaElement[];
  let elsewhere: Subject<StorageEvent>;

  beforeEach(() => {
    elsewhere = new Subject();
    metas = ['light', 'dark'].map((scheme) => {
      const meta = document.createElement('meta');
      meta.name = 'theme-color';
      meta.setAttribute('media', `(prefers-color-scheme: ${scheme})`);
      return document.head.appendChild(meta);
    });
    TestBed.configureTestingModule({ providers: [{ provide: STORAGE_EVENTS, useValue: elsewhere }] });
  });

  afterEach(() => {
    for (const meta of metas) meta.remove();
    localStorage.removeItem('ask-kitten.theme');
    delete root.dataset['theme'];
  });

  function colours(): readonly string[] {
    TestBed.tick();
    return metas.map(({ content }) => content);
  }

  it('is what the device has until one is chosen, and kept from then on', () => {
    const theme = TestBed.inject(Theme);
    expect(colours()).toEqual(['#fff8f5', '#1a120d']);
    expect(root.dataset['theme']).toBe('system');
    theme.choose('dark');
    expect(colours()).toEqual(['#1a120d', '#1a120d']);
    expect(root.dataset['theme']).toBe('dark');
    expect(getComputedStyle(root).colorScheme).toBe('dark');
    expect(localStorage.getItem('ask-kitten.theme')).toBe('dark');
  });

  it('follows another tab', () => {
    const theme = TestBed.inject(Theme);
    elsewhere.next(new StorageEvent('storage', { key: 'ask-kitten.theme', newValue: 'light' }));
    expect(theme.current()).toBe('light');
    expect(colours()).toEqual(['#fff8f5', '#fff8f5']);
  });
});
