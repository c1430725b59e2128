import { type OnDestroy, Pipe, type PipeTransform } from '@angular/core';

import type { ImageMessage, VideoMessage } from '../../services/index.ts';
import { ObjectUrl } from './object-url.ts';

/**
 * The address under which the page shows a medium: its own, or an object URL where the medium came with its
 * message. An object URL is revoked when the next medium takes its place, and with the view.
 */
@Pipe({ name: 'mediaSource' })
export class MediaSourcePipe implements PipeTransform, OnDestroy {
  private readonly objectUrl = new ObjectUrl();

  transform(medium: ImageMessage | VideoMessage | undefined): string | null {
    this.objectUrl.revoke();
    if (medium === undefined) return null;
    if (medium.url !== undefined) return medium.url;
    const body = medium.body ?? bytesOf(medium.data);
    return body === undefined ? null : this.objectUrl.create(new Blob([body], { type: medium.mimeType }));
  }

  ngOnDestroy(): void {
    this.objectUrl.revoke();
  }
}

function bytesOf(data: string | undefined): Uint8Array<ArrayBuffer> | undefined {
  if (data === undefined) return undefined;
  try {
    return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  } catch {
    // The codec has checked the alphabet, not the padding.
    return undefined;
  }
}
