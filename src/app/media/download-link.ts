import { Component, computed, DestroyRef, inject, input } from '@angular/core';
import { MatIconAnchor } from '@angular/material/button';
import { mdiDownload } from '@mdi/js';

import type { ImageMessage, VideoMessage } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { Label } from '../icon/label.ts';
import { injectText } from '../language/text.ts';
import { Shelf } from '../media-cache/shelf.ts';
import { MediaSourcePipe } from './media-source.ts';
import { ObjectUrl } from './object-url.ts';
import { saveFile } from './save-file.ts';

/**
 * Saves a medium: from this device where it is kept, so that an expired link is no matter, and else from its
 * address. A server elsewhere may not allow that; then it opens beside the page.
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
  private readonly shelf = inject(Shelf);
  private readonly objectUrl = new ObjectUrl();

  /** What to save. */
  readonly medium = input.required<ImageMessage | VideoMessage>();

  protected readonly text = injectText();
  protected readonly icon = mdiDownload;
  protected readonly fileName = computed(() => {
    const { name, id, mimeType } = this.medium();
    return name ?? `${id}.${mimeType.split('/')[1] ?? 'bin'}`;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.objectUrl.revoke());
  }

  protected save(event: Event): void {
    const { url } = this.medium();
    if (url === undefined || !this.shelf.has(url)) return;
    event.preventDefault();
    void this.saveKept(url, this.fileName());
  }

  private async saveKept(url: string, fileName: string): Promise<void> {
    const kept = await this.shelf.find(url);
    saveFile(kept === undefined ? url : this.objectUrl.show(kept), fileName);
  }
}
