import { Component, computed, inject, input } from '@angular/core';

import { injectText } from '../../language/text.ts';
import { Viewer } from '../../media/viewer/viewer.ts';
import type { ViewerItem } from '../../media/viewer/viewer-item.ts';

/** The reference images of a prompt, small; each opens in the viewer. */
@Component({
  selector: 'kitten-attachments',
  template: `
    @for (item of items(); track $index) {
      <button type="button" [attr.aria-label]="text('media.open', { name: item.caption })" (click)="openViewer(item)">
        <img [src]="item.message.url" [alt]="item.caption" loading="lazy" />
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 8px;
      margin-bottom: 8px;
    }
    button {
      overflow: hidden;
      padding: 0;
      border: 0;
      width: 96px;
      height: 96px;
      border-radius: 16px;
      background: var(--kitten-still);
      cursor: zoom-in;
    }
    img {
      display: block;
      width: 100%;
      height: 100%;
      object-fit: cover;
      font: var(--mat-sys-label-small);
    }
  `,
})
export class Attachments {
  /** Absolute addresses, at least one. */
  readonly urls = input.required<readonly string[]>();

  private readonly viewer = inject(Viewer);
  protected readonly text = injectText();
  protected readonly items = computed(() =>
    this.urls().map((url, index) => {
      const caption = this.text('composer.reference', { number: index + 1 });
      // A prompt says no more of its images than where they are.
      const name = url.slice(url.lastIndexOf('/') + 1);
      const mimeType = `image/${name.slice(name.lastIndexOf('.') + 1)}`;
      const message = { type: 'image', id: `reference-${index}`, ts: 0, url, name, mimeType } as const;
      return { kind: 'image', message, caption } as const;
    }),
  );

  protected openViewer({ message }: ViewerItem): void {
    void this.viewer.openAt(this.items(), message.id);
  }
}
