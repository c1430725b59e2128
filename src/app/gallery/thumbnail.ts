import { Component, computed, input } from '@angular/core';
import { mdiImageOutline, mdiMovieOpenOutline } from '@mdi/js';

import { Icon } from '../icon/icon.ts';
import { injectFallbackCopy } from '../media/cached-copy.ts';
import { MediaSourcePipe } from '../media/media-source.ts';
import type { Work } from './collect-works.ts';

/**
 * A work, small: its still, or the beginning of a clip that came without one; a sign of its kind where neither can be had.
 */
@Component({
  selector: 'kitten-thumbnail',
  imports: [Icon, MediaSourcePipe],
  template: `
    @let source = still.url() ?? address() ?? (inlineStill() | mediaSource);
    @if (source !== null && !still.hasFailed()) {
      <img loading="lazy" decoding="async" alt="" draggable="false" [src]="source" (error)="still.recover()" />
    } @else if (clipSource(); as clip) {
      <video
        muted
        playsinline
        aria-hidden="true"
        preload="metadata"
        tabindex="-1"
        [src]="clip"
        (error)="clipCopy.recover()"
      ></video>
    } @else {
      <kitten-icon [path]="work().kind === 'video' ? videoIcon : imageIcon" />
    }
    @if (motion() === 'plays' && clip(); as moving) {
      <video
        autoplay
        loop
        playsinline
        class="moving"
        aria-hidden="true"
        tabindex="-1"
        [muted]="true"
        [src]="clipCopy.url() ?? moving"
      ></video>
    }
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      overflow: hidden;
      background: var(--kitten-still);
      color: var(--mat-sys-on-surface-variant);
      place-items: center;
    }
    img,
    video {
      display: block;
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
    video {
      pointer-events: none;
    }
    .moving {
      position: absolute;
      inset: 0;
    }
    kitten-icon {
      width: 40px;
      height: 40px;
      opacity: 0.6;
    }
  `,
})
export class Thumbnail {
  readonly work = input.required<Work>();
  /** Whether a clip moves; it loads for that. */
  readonly motion = input<'plays' | 'rests'>('rests');

  protected readonly videoIcon = mdiMovieOpenOutline;
  protected readonly imageIcon = mdiImageOutline;
  protected readonly address = computed(() => {
    const work = this.work();
    return work.kind === 'image' ? work.message.url : (work.message.posterUrl ?? work.poster?.url);
  });
  protected readonly inlineStill = computed(() => {
    const work = this.work();
    return work.kind === 'image' ? work.message : work.poster;
  });
  protected readonly still = injectFallbackCopy(this.address);

  protected readonly clip = computed(() => (this.work().kind === 'video' ? this.work().message.url : undefined));
  protected readonly clipCopy = injectFallbackCopy(this.clip);
  /** A moment after its beginning, which is often black. */
  protected readonly clipSource = computed(() => {
    const source = this.clipCopy.hasFailed() ? null : (this.clipCopy.url() ?? this.clip() ?? null);
    return source === null ? null : `${source}#t=0.1`;
  });
}
