import { Component, computed, DestroyRef, inject, input } from '@angular/core';
import { MatIconAnchor } from '@angular/material/button';
import { mdiDownload } from '@mdi/js';

import type { ImageMessage, VideoMessage } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { injectText } from '../../language/text.ts';
import { MediaCache } from '../../media-cache/media-cache.ts';
import { fileNameOf } from './file-name-of.ts';
import { MediaSourcePipe } from '../media-source.ts';
import { ObjectUrl } from '../object-url.ts';
import { saveAddress } from '../../saving/save-file.ts';

/**
 * Downloads a medium: from the media cache where it is there, so that an expired link does not matter, else from its
 * address. A server elsewhere may not allow that; then it opens in another tab.
 */
@Component({
  selector: 'kitten-download-link',
  imports: [Icon, Label, MatIconAnchor, MediaSourcePipe],
  template: `
    <a
      matIconButton
      target="_blank"
      rel="noopener"
      [kittenLabel]="text('media.download')"
      [href]="medium() | mediaSource"
      [attr.download]="fileName()"
      (click)="save($event)"
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
  private readonly mediaCache = inject(MediaCache);
  private readonly objectUrl = new ObjectUrl();

  /** What to save. */
  readonly medium = input.required<ImageMessage | VideoMessage>();

  protected readonly text = injectText();
  protected readonly icon = mdiDownload;
  protected readonly fileName = computed(() => fileNameOf(this.medium()));

  constructor() {
    inject(DestroyRef).onDestroy(() => this.objectUrl.revoke());
  }

  protected save(event: Event): void {
    const { url } = this.medium();
    if (url === undefined || !this.mediaCache.has(url)) return;
    event.preventDefault();
    void this.saveCached(url, this.fileName());
  }

  private async saveCached(url: string, fileName: string): Promise<void> {
    const cached = await this.mediaCache.find(url);
    saveAddress(cached === undefined ? url : this.objectUrl.create(cached), fileName);
  }
}
