import { DOCUMENT, effect, inject, Service } from '@angular/core';

import { preference } from '../preferences/preference.ts';

/** The themes to choose from: one of the two, or what the device has. */
const THEMES = ['light', 'dark', 'system'] as const;

/** A theme that can be chosen. */
export type ThemeName = (typeof THEMES)[number];

/** What the toolbar is painted with, for browsers that colour their own frame like it. */
const FRAME_COLOURS = { light: '#fff8f5', dark: '#1a120d' } as const;

/**
 * Light or dark, kept for this browser and followed by its other tabs. `public/first-paint.js` sets the same attribute
 * before the first paint; from then on it is this service's.
 */
@Service()
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly choice = preference<ThemeName>({
    key: 'ask-kitten.theme',
    initial: 'system',
    accepts: (value) => THEMES.some((name) => name === value),
  });

  /** The choice in force. */
  readonly current = this.choice.value;

  constructor() {
    effect(() => this.paint(this.current()));
  }

  /** Takes another theme at once. */
  choose(theme: ThemeName): void {
    this.choice.set(theme);
  }

  private paint(theme: ThemeName): void {
    this.document.documentElement.dataset['theme'] = theme;
    for (const scheme of ['light', 'dark'] as const) {
      const meta = this.document.querySelector(`meta[name=theme-color][media*="${scheme}"]`);
      meta?.setAttribute('content', FRAME_COLOURS[theme === 'system' ? scheme : theme]);
    }
  }
}
