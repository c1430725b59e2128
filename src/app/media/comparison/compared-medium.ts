import { Component, computed, type ElementRef, input, viewChild } from '@angular/core';

import { injectText } from '../../language/text.ts';
import { aspectRatio } from '../aspect-ratio.ts';
import { injectFallbackCopy } from '../cached-copy.ts';
import { MediaSourcePipe } from '../media-source.ts';
import { Picture } from '../picture.ts';
import type { ViewerItem } from '../viewer/viewer-item.ts';

/** A clip without controls of its own, silent, or a still; the device's own copy where its address fails. */
@Component({
  selector: 'kitten-compared-medium',
  imports: [MediaSourcePipe, Picture],
  template: `
    @let shown = item();
    @if (shown.kind === 'image') {
      <kitten-picture [image]="shown.message" [alt]="shown.caption" />
    } @else if (copy.hasFailed()) {
      <p>{{ text('media.videoFailed') }}</p>
    } @else {
      <video
        #player
        playsinline
        preload="auto"
        [muted]="true"
        [attr.aria-label]="shown.caption"
        [attr.poster]="shown.message.posterUrl"
        [src]="copy.url() ?? (shown.message | mediaSource)"
        (error)="copy.recover()"
      ></video>
    }
  `,
  styles: `
    :host {
      display: grid;
      place-items: center;
      height: 100%;
      aspect-ratio: var(--ratio);
    }
    video,
    kitten-picture {
      width: 100%;
      height: 100%;
      object-fit: contain;
    }
    p {
      margin: 0;
      font: var(--mat-sys-body-medium);
    }
  `,
  host: { '[style.--ratio]': 'ratio()' },
})
export class ComparedMedium {
  readonly item = input.required<ViewerItem>();

  protected readonly text = injectText();
  protected readonly ratio = computed(() => aspectRatio(this.item().message));
  protected readonly copy = injectFallbackCopy(computed(() => this.item().message.url));
  private readonly player = viewChild<ElementRef<HTMLVideoElement>>('player');
  /** The element of a clip; undefined for a still, and while the clip can't be loaded. */
  readonly medium = computed(() => this.player()?.nativeElement);
}
