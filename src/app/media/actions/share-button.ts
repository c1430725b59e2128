import { Component, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { mdiShareVariantOutline } from '@mdi/js';

import type { ImageMessage, VideoMessage } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { injectText } from '../../language/text.ts';
import { MediaCache } from '../../media-cache/media-cache.ts';
import { fileNameOf } from './file-name-of.ts';
import { MediaLink } from './media-link.ts';

/** Hands a medium to the system's own sheet: as a file where it is on this device and the sheet takes files, else as a link. */
@Component({
  selector: 'kitten-share-button',
  imports: [Icon, Label, MatIconButton],
  template: `
    <button matIconButton type="button" [kittenLabel]="text('media.share')" (click)="share()">
      <kitten-icon [path]="icon" />
    </button>
  `,
})
export class ShareButton {
  private readonly mediaCache = inject(MediaCache);
  private readonly links = inject(MediaLink);

  /** What to share. */
  readonly medium = input.required<ImageMessage | VideoMessage>();

  protected readonly text = injectText();
  protected readonly icon = mdiShareVariantOutline;

  protected async share(): Promise<void> {
    const data = await this.shareData();
    // A person who closes the sheet has shared nothing, and wants to hear nothing of it.
    if (data !== null) await navigator.share(data).catch(() => undefined);
  }

  private async shareData(): Promise<ShareData | null> {
    const medium = this.medium();
    const kept = medium.url === undefined ? undefined : await this.mediaCache.find(medium.url);
    if (kept !== undefined) {
      const files = [new File([kept], fileNameOf(medium), { type: medium.mimeType })];
      if (navigator.canShare({ files })) return { files };
    }
    const url = this.links.addressOf(medium);
    return url === null ? null : { url: await this.links.sharedAddress(url).catch(() => url) };
  }
}
