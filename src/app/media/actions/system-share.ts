import { inject, Service } from '@angular/core';

import type { ImageMessage, VideoMessage } from '../../../services/index.ts';
import { MediaCache } from '../../media-cache/media-cache.ts';
import { fileNameOf } from './file-name-of.ts';
import { MediaLink } from './media-link.ts';

/** Hands a medium to the system's own sheet: as a file where it is on this device and the sheet takes files, else as a link. */
@Service()
export class SystemShare {
  private readonly mediaCache = inject(MediaCache);
  private readonly links = inject(MediaLink);

  /** Where the system has no such sheet, a link is what can be handed on. */
  readonly isThere = 'share' in navigator;

  /** @param medium what to share; where it has neither a copy nor an address, nothing happens */
  async share(medium: ImageMessage | VideoMessage): Promise<void> {
    const data = await this.shareData(medium);
    // A person who closes the sheet has shared nothing, and wants to hear nothing of it.
    if (data !== null) await navigator.share(data).catch(() => undefined);
  }

  private async shareData(medium: ImageMessage | VideoMessage): Promise<ShareData | null> {
    const kept = medium.url === undefined ? undefined : await this.mediaCache.find(medium.url);
    if (kept !== undefined) {
      const files = [new File([kept], fileNameOf(medium), { type: medium.mimeType })];
      if (navigator.canShare({ files })) return { files };
    }
    const url = this.links.addressOf(medium);
    return url === null ? null : { url: await this.links.sharedAddress(url).catch(() => url) };
  }
}
