import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { concatMap, filter, from, map, merge, tap } from 'rxjs';

import { type ImageMessage, type VideoMessage, WebSocketService } from '../../services/index.ts';
import { preference } from '../preferences/preference.ts';
import { MediaCache } from './media-cache.ts';

/** A message whose media are to be added. */
interface PendingMedia {
  /** When it was made, and its id: several may be made in one millisecond. */
  readonly name: string;
  readonly addresses: readonly string[];
}

/**
 * Adds what is finished to the media cache, one after the other, and continues after a reload with what is left. It
 * ignores messages older than the newest that it has seen: a server replays them to a page that has lost its history,
 * and what was evicted must not come back by itself.
 */
@Service()
export class MediaCacheFiller {
  private readonly mediaCache = inject(MediaCache);
  private readonly newest = preference<string>({
    key: 'ask-kitten.shelf.newest',
    initial: '0 -',
    accepts: (text) => /^\d+ /.test(text),
  });
  /** What has not been added yet, as JSON: the server does not repeat a message that the page has. */
  private readonly waiting = preference<string>({
    key: 'ask-kitten.shelf.waiting',
    initial: '[]',
    accepts: (text) => text.startsWith('[{"name":'),
  });

  constructor() {
    const { video$, image$ } = inject(WebSocketService);
    const finished$ = merge(video$, image$).pipe(
      filter((message) => message.type === 'video' || message.preview !== true),
      filter((message) => this.mediaCache.isAutomatic() && this.isNew(message)),
      map(pendingMedia),
      tap((item) => this.setPending([...this.pending(), item])),
    );
    merge(from(this.pending()), finished$)
      .pipe(
        concatMap((item) => this.add(item)),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  private async add({ name, addresses }: PendingMedia): Promise<void> {
    if (this.mediaCache.isAutomatic()) for (const address of addresses) await this.mediaCache.add(address);
    this.newest.set(name);
    this.setPending(this.pending().filter((item) => item.name !== name));
  }

  private isNew({ ts, id }: ImageMessage | VideoMessage): boolean {
    const [newestTs, newestId] = this.newest.value().split(' ');
    return ts > Number(newestTs) || (ts === Number(newestTs) && id !== newestId);
  }

  private pending(): readonly PendingMedia[] {
    return JSON.parse(this.waiting.value()) as readonly PendingMedia[];
  }

  private setPending(items: readonly PendingMedia[]): void {
    this.waiting.set(JSON.stringify(items));
  }
}

function pendingMedia(message: ImageMessage | VideoMessage): PendingMedia {
  const poster = message.type === 'video' ? message.posterUrl : undefined;
  const addresses = [message.url, poster].filter((address) => address !== undefined);
  return { name: `${message.ts} ${message.id}`, addresses };
}
