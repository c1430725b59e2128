import { Component, computed, input } from '@angular/core';

import { injectFallbackCopy } from './cached-copy.ts';

/** A still by its address alone, small and for the eye only; an empty bed where there is none, or it can't be had. */
@Component({
  selector: 'kitten-poster',
  template: `
    @if (source(); as source) {
      <img loading="lazy" decoding="async" alt="" draggable="false" [src]="source" (error)="still.recover()" />
    }
  `,
  styles: `
    :host {
      display: block;
      overflow: hidden;
      border-radius: 6px;
      background: var(--kitten-still);
    }
    img {
      display: block;
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class Poster {
  readonly address = input.required<string | undefined>();

  protected readonly still = injectFallbackCopy(this.address);
  protected readonly source = computed(() =>
    this.still.hasFailed() ? null : (this.still.url() ?? this.address() ?? null),
  );
}
