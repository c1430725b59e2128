import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { preference } from '../preferences/preference.ts';
import { LANGUAGES, type LanguageTag, MANIFESTS, preferredLanguage } from './languages.ts';

/** The language of the page, kept for this browser and followed by its other tabs. */
@Service()
export class Language {
  private readonly transloco = inject(TranslocoService);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly choice = preference<LanguageTag>({
    key: 'ask-kitten.language',
    initial: preferredLanguage(navigator.languages),
    accepts: (value) => LANGUAGES.some((tag) => tag === value),
  });

  private readonly isComplete = signal(false);

  /** Whether the texts of every page are there. */
  readonly hasAll = this.isComplete.asReadonly();
  /** The language in force. Its texts are there. */
  readonly current = this.transloco.activeLang;

  constructor() {
    this.choice.changes$.subscribe((tag) => void this.speak(tag));
  }

  /** Has the texts of the kept language there. Awaited before the first screen. */
  start(): Promise<void> {
    return this.speak(this.choice.value());
  }

  /** Has the texts of every page there, not only those of the first screen. Rejects where they can't be fetched. */
  async loadAll(): Promise<void> {
    if (this.hasAll()) return;
    const { zh } = await import('./zh/index.ts');
    this.transloco.setTranslation(zh, 'zh-CN');
    this.isComplete.set(true);
  }

  /** Speaks another language from now on; the page keeps its own until that one has loaded. */
  choose(tag: LanguageTag): void {
    this.choice.set(tag);
  }

  private async speak(tag: LanguageTag): Promise<void> {
    try {
      await firstValueFrom(this.transloco.load(tag));
    } catch {
      // The page goes on in the language that it has: without a network there may be no other.
      this.root.lang = this.current();
      return;
    }
    if (this.choice.value() !== tag) return;
    this.transloco.setActiveLang(tag);
    this.root.lang = tag;
    const description = this.root.querySelector('meta[name=description]');
    description?.setAttribute('content', this.transloco.translate('shell.description'));
    this.root.querySelector('link[rel=manifest]')?.setAttribute('href', MANIFESTS[tag]);
  }
}
