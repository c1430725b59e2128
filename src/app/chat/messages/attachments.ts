import { Component, input } from '@angular/core';

import { injectText } from '../../language/text.ts';

/** The reference images of a prompt, small; each opens by itself. */
@Component({
  selector: 'kitten-attachments',
  template: `
    @for (url of urls(); track url; let index = $index) {
      <a [href]="url" target="_blank" rel="noopener">
        <img [src]="url" [alt]="text('composer.reference', { number: index + 1 })" loading="lazy" />
      </a>
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
    a {
      overflow: hidden;
      width: 96px;
      height: 96px;
      border-radius: 16px;
      background: var(--kitten-still);
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

  protected readonly text = injectText();
}
