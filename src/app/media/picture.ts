import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import type { ImageMessage } from '../../services/index.ts';
import { injectText } from '../language/text.ts';
import { aspectRatio } from './aspect-ratio.ts';
import { injectCachedCopy } from './cached-copy.ts';
import { MediaSourcePipe } from './media-source.ts';

/** A still in a frame that has its place before it has loaded; the device's own copy where its address fails. */
@Component({
  selector: 'kitten-picture',
  imports: [MatButton, MediaSourcePipe],
  template: `
    @let source = cached.url() ?? (image() | mediaSource);
    @if (hasFailed()) {
      <div class="failed">
        <p>{{ text('media.imageFailed') }}</p>
        <button matButton="tonal" type="button" (click)="retry()">{{ text('media.retry') }}</button>
      </div>
    } @else if (openLabel(); as label) {
      <button class="open" type="button" [attr.aria-label]="label" (click)="opened.emit()">
        <img [src]="source" [alt]="alt()" (error)="recover()" />
      </button>
    } @else {
      <img draggable="false" [src]="source" [alt]="alt()" (error)="recover()" />
    }
  `,
  styleUrl: './picture.scss',
  host: { '[style.--ratio]': 'ratio()' },
})
export class Picture {
  /** The still to show. */
  readonly image = input.required<ImageMessage>();
  /** What it shows, for those who can't see it. */
  readonly alt = input.required<string>();
  /** Makes it a button of this name. */
  readonly openLabel = input<string>();
  /** The person wants to see it large. */
  readonly opened = output();

  protected readonly text = injectText();
  protected readonly cached = injectCachedCopy(computed(() => this.image().url));
  protected readonly hasFailed = linkedSignal({ source: this.image, computation: () => false });
  protected readonly ratio = computed(() => aspectRatio(this.image()));

  protected async recover(): Promise<void> {
    const image = this.image();
    const canBeCached = image.url?.startsWith('http') === true && this.cached.url() === null;
    if (canBeCached && (await this.cached.load())) return;
    if (image === this.image()) this.hasFailed.set(true);
  }

  protected retry(): void {
    this.cached.release();
    this.hasFailed.set(false);
  }
}
