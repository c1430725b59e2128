import { Component, computed, input } from '@angular/core';
import { MatIconAnchor } from '@angular/material/button';
import { mdiDownload } from '@mdi/js';

import type { ImageMessage, VideoMessage } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { MediaSourcePipe } from './media-source.ts';

/** Saves a medium. A server elsewhere may not allow that; then it opens beside the page. */
@Component({
  selector: 'kitten-download-link',
  imports: [Icon, MatIconAnchor, MediaSourcePipe],
  template: `
    <a
      matIconButton
      target="_blank"
      rel="noopener"
      aria-label="下载"
      title="下载"
      [href]="medium() | mediaSource"
      [attr.download]="fileName()"
    >
      <kitten-icon [path]="icon" />
    </a>
  `,
  styles: `
    kitten-icon {
      width: 24px;
      height: 24px;
    }
  `,
})
export class DownloadLink {
  /** What to save. */
  readonly medium = input.required<ImageMessage | VideoMessage>();

  protected readonly icon = mdiDownload;
  protected readonly fileName = computed(() => {
    const { name, id, mimeType } = this.medium();
    return name ?? `${id}.${mimeType.split('/')[1] ?? 'bin'}`;
  });
}
