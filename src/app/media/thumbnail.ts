import { Component, computed, input } from '@angular/core';
import { mdiImageOutline, mdiMovieOpenOutline } from '@mdi/js';

import type { ImageMessage, VideoMessage } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { injectFallbackCopy } from './cached-copy.ts';
import { MediaSourcePipe } from './media-source.ts';

/** What a picture can be had of: a still, or a clip with the still that came apart from it, if any. */
export type Pictured =
  | { readonly kind: 'video'; readonly message: VideoMessage; readonly poster?: ImageMessage | undefined }
  | { readonly kind: 'image'; readonly message: ImageMessage };

/**
 * A clip or still, small: its still, or the beginning of a clip that came without one; a sign of its kind where neither can be had.
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
      <kitten-icon [path]="pictured().kind === 'video' ? videoIcon : imageIcon" />
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
      width: min(40px, 50%);
      height: min(40px, 50%);
      opacity: 0.6;
    }
  `,
})
export class Thumbnail {
  readonly pictured = input.required<Pictured>();
  /** Whether a clip moves; it loads for that. */
  readonly motion = input<'plays' | 'rests'>('rests');

  protected readonly videoIcon = mdiMovieOpenOutline;
  protected readonly imageIcon = mdiImageOutline;
  protected readonly address = computed(() => {
    const pictured = this.pictured();
    return pictured.kind === 'image' ? pictured.message.url : (pictured.message.posterUrl ?? pictured.poster?.url);
  });
  protected readonly inlineStill = computed(() => {
    const pictured = this.pictured();
    return pictured.kind === 'image' ? pictured.message : pictured.poster;
  });
  protected readonly still = injectFallbackCopy(this.address);

  protected readonly clip = computed(() =>
    this.pictured().kind === 'video' ? this.pictured().message.url : undefined,
  );
  protected readonly clipCopy = injectFallbackCopy(this.clip);
  /** A moment after its beginning, which is often black. */
  protected readonly clipSource = computed(() => {
    const source = this.clipCopy.hasFailed() ? null : (this.clipCopy.url() ?? this.clip() ?? null);
    return source === null ? null : `${source}#t=0.1`;
  });
}
