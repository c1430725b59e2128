import { Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';

import type { ImageMessage } from '../../services/index.ts';
import { aspectRatio } from './aspect-ratio.ts';
import { MediaSourcePipe } from './media-source.ts';

/**
 * A picture that others take the place of: each stays until the next one can be drawn, so that nothing flashes in
 * between. At most two are held, and the address of one that leaves is revoked.
 */
@Component({
  selector: 'kitten-flicker-free-image',
  imports: [MediaSourcePipe],
  template: `
    @for (picture of pictures(); track picture.id) {
      <img
        #element
        [src]="picture | mediaSource"
        [alt]="picture === ready() ? alt() : ''"
        [class.ready]="picture === ready()"
        (load)="show(picture, element)"
        (error)="drop(picture)"
      />
    }
  `,
  styleUrl: './flicker-free-image.scss',
  host: { '[style.--ratio]': 'ratio()' },
})
export class FlickerFreeImage {
  /** The newest. */
  readonly image = input.required<ImageMessage>();
  /** What it shows, for those who can't see it. */
  readonly alt = input('');

  /** The one that is seen; null before the first. */
  protected readonly ready = signal<ImageMessage | null>(null);
  /** The one that is seen, and over it the one that loads. */
  protected readonly pictures = signal<readonly ImageMessage[]>([]);
  protected readonly ratio = computed(() => aspectRatio(this.image()));
  private isGone = false;

  constructor() {
    effect(() => {
      const next = this.image();
      const shown = untracked(this.ready);
      this.pictures.set(shown === null || shown === next ? [next] : [shown, next]);
    });
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
  }

  protected async show(picture: ImageMessage, element: HTMLImageElement): Promise<void> {
    // Loaded is not drawn: a large one takes a frame or two to decode.
    await element.decode().catch(() => undefined);
    if (this.isGone || !this.pictures().includes(picture)) return;
    this.ready.set(picture);
    this.pictures.update((pictures) => pictures.slice(pictures.indexOf(picture)));
  }

  protected drop(picture: ImageMessage): void {
    this.pictures.update((pictures) => pictures.filter((other) => other !== picture));
  }
}
