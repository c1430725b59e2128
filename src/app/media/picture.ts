import { Component, computed, input, linkedSignal } from '@angular/core';

import type { ImageMessage } from '../../services/index.ts';
import { aspectRatio } from './aspect-ratio.ts';
import { MediaSourcePipe } from './media-source.ts';

/** A still in a frame that has its place before it has loaded. */
@Component({
  selector: 'kitten-picture',
  imports: [MediaSourcePipe],
  template: `
    @if (hasFailed()) {
      <p>图片无法加载</p>
    } @else {
      <img [src]="image() | mediaSource" [alt]="alt()" (error)="hasFailed.set(true)" />
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

  protected readonly hasFailed = linkedSignal({ source: this.image, computation: () => false });
  protected readonly ratio = computed(() => aspectRatio(this.image()));
}
