import { Component, input } from '@angular/core';

import type { ImageMessage } from '../../../services/index.ts';
import { DownloadLink } from '../../media/download-link.ts';
import { Picture } from '../../media/picture.ts';

/** A finished still. */
@Component({
  selector: 'kitten-image-message',
  imports: [DownloadLink, Picture],
  template: `
    <kitten-picture [image]="message()" [alt]="message().name ?? '小猫画的图片'" />
    <kitten-download-link [medium]="message()" />
  `,
  styleUrl: './media-message.scss',
  host: { role: 'article', 'aria-label': '图片' },
})
export class ImageMessageView {
  readonly message = input.required<ImageMessage>();
}
