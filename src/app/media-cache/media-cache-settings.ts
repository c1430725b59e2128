import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatSlideToggle } from '@angular/material/slide-toggle';

import { Language } from '../language/language.ts';
import { injectCountText, injectText } from '../language/text.ts';
import { Notices } from '../notices/notices.ts';
import { BROWSER_STORAGE } from './browser-storage.ts';
import { byteText } from '../language/quantity-text.ts';
import { MediaCache } from './media-cache.ts';

/** How many media are saved on this device, how much room they take, and what the person wants of that. */
@Component({
  selector: 'kitten-media-cache-settings',
  imports: [MatButton, MatProgressBar, MatSlideToggle],
  templateUrl: './media-cache-settings.html',
  styleUrl: './media-cache-settings.scss',
})
export class MediaCacheSettings {
  private readonly language = inject(Language);
  private readonly notices = inject(Notices);
  private readonly storage = inject(BROWSER_STORAGE);
  private readonly injector = inject(Injector);
  private readonly countText = injectCountText();

  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  private readonly question = viewChild<ElementRef<HTMLElement>>('question');

  protected readonly mediaCache = inject(MediaCache);
  protected readonly text = injectText();
  /** Whether the person is asked once more before everything goes. */
  protected readonly isAsking = signal(false);
  private readonly limit = resource({ loader: () => this.mediaCache.limit() });
  private readonly persistence = resource({ loader: async () => (await this.storage?.persisted()) ?? false });

  protected readonly isAvailable = this.storage !== undefined;
  protected readonly hasLimit = computed(() => typeof this.limit.value() === 'number');
  protected readonly isPersisted = computed(() => this.persistence.value() === true);
  protected readonly hasDeclined = signal(false);
  protected readonly percent = computed(() =>
    Math.min(100, (this.mediaCache.bytes() / (this.limit.value() ?? Infinity)) * 100),
  );
  protected readonly room = computed(() => {
    const used = byteText(this.mediaCache.bytes(), this.language.current());
    const limit = byteText(this.limit.value() ?? 0, this.language.current());
    const count = this.countText('mediaCache.used', this.mediaCache.count());
    return count + this.text('mediaCache.room', { used, limit });
  });

  constructor() {
    void this.mediaCache.refresh();
  }

  /** The focus goes with the question: what was pressed leaves the page. */
  protected askToClear(): void {
    this.isAsking.set(true);
    afterNextRender(() => this.question()?.nativeElement.focus(), { injector: this.injector });
  }

  protected stopAsking(): void {
    this.isAsking.set(false);
    this.title().nativeElement.focus();
  }

  protected async clear(): Promise<void> {
    this.stopAsking();
    await this.mediaCache.clear();
    this.notices.show(this.text('mediaCache.cleared'));
  }

  /** Only when asked: some browsers put the question to the person. */
  protected async persist(): Promise<void> {
    const isGranted = (await this.storage?.persist()) ?? false;
    this.hasDeclined.set(!isGranted);
    this.persistence.set(isGranted);
  }
}
