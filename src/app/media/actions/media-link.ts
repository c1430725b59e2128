import { Clipboard } from '@angular/cdk/clipboard';
import { DOCUMENT, inject, Service } from '@angular/core';

import {
  type ImageMessage,
  MEDIA_LINKS_PATH,
  USER_CODE_HEADER,
  type VideoMessage,
  WebSocketService,
} from '../../../services/index.ts';
import { injectText } from '../../language/text.ts';
import { Notices } from '../../notices/notices.ts';

/** How long a server may take to give a link, in milliseconds: a click counts for a few seconds. */
const DEADLINE = 4_000;

/** The addresses of media, for people to copy. */
@Service()
export class MediaLink {
  private readonly socket = inject(WebSocketService);
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

  /**
   * An address by which others may have a medium: its own, or a signed one, which ends, where the server gives its media to
   * nobody else. Rejects where the server gives none.
   */
  async sharedAddress(address: string): Promise<string> {
    const { pathname, origin } = new URL(address);
    if (this.socket.welcome()?.features.includes('links') !== true || !/\/media\/[^/]+$/.test(pathname)) return address;
    const links = address.replace(/\/media\/(?=[^/]+$)/, `${MEDIA_LINKS_PATH}/`);
    const headers = { [USER_CODE_HEADER]: this.socket.userCode() };
    const response = await fetch(links, { method: 'POST', headers, signal: AbortSignal.timeout(DEADLINE) });
    if (!response.ok) throw new Error(`the server gives no link: ${response.status}`);
    const { url } = (await response.json()) as { readonly url: string };
    return new URL(url, origin).href;
  }

  /** Copies an address by which others may have a medium, and says whether it did. */
  async copyAddress(address: string): Promise<boolean> {
    const link = await this.sharedAddress(address).catch(() => undefined);
    const isCopied = link !== undefined && this.clipboard.copy(link);
    this.notices.show(this.text(isCopied ? 'media.linkCopied' : 'media.linkNotCopied'));
    return isCopied;
  }
}
