import { Clipboard } from '@angular/cdk/clipboard';
import { DOCUMENT, inject, Service } from '@angular/core';

import type { ImageMessage, VideoMessage } from '../../services/index.ts';
import { injectText } from '../language/text.ts';
import { Notices } from '../notices/notices.ts';

/** The addresses of media, for people to copy. */
@Service()
export class MediaLink {
  private readonly clipboard = inject(Clipboard);
  private readonly notices = inject(Notices);
  private readonly base = inject(DOCUMENT).baseURI;
  private readonly text = injectText();

  /** The whole address of a medium; null for one that came with its message. */
  addressOf({ url }: ImageMessage | VideoMessage): string | null {
    if (url === undefined) return null;
    const { protocol, href } = new URL(url, this.base);
    return protocol.startsWith('http') ? href : null;
  }

  /** Copies an address, and says whether it did. */
  copyAddress(address: string): boolean {
    const isCopied = this.clipboard.copy(address);
    this.notices.show(this.text(isCopied ? 'media.linkCopied' : 'media.linkNotCopied'));
    return isCopied;
  }
}
