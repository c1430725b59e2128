import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { concatMap, filter, merge } from 'rxjs';

import { type ImageMessage, type VideoMessage, WebSocketService } from '../../services/index.ts';
import { preference } from '../preferences/preference.ts';
import { Shelf } from './shelf.ts';

/**
 * Puts what is finished on the shelf, one after the other. What came before its newest is left alone: a server says
 * it all again to a page that has forgotten it, and what has left the shelf shall not come back by itself.
 */
@Service()
export class ShelfKeeper {
  private readonly shelf = inject(Shelf);
  /** When the newest was made, and its name: several may be made in one millisecond. */
  private readonly newest = preference<string>({
    key: 'ask-kitten.shelf.newest',
    initial: '0 -',
    accepts: (text) => /^\d+ /.test(text),
  });

  constructor() {
    const { video$, image$ } = inject(WebSocketService);
    merge(video$, image$)
      .pipe(
        filter((message) => message.type === 'video' || message.preview !== true),
        concatMap((message) => this.keep(message)),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  private async keep(message: ImageMessage | VideoMessage): Promise<void> {
    if (!this.shelf.isAutomatic() || !this.isNew(message)) return;
    for (const address of addressesOf(message)) await this.shelf.keep(address);
    this.newest.set(`${message.ts} ${message.id}`);
  }

  private isNew({ ts, id }: ImageMessage | VideoMessage): boolean {
    const [newestTs, newestId] = this.newest.value().split(' ');
    return ts > Number(newestTs) || (ts === Number(newestTs) && id !== newestId);
  }
}

function addressesOf(message: ImageMessage | VideoMessage): readonly string[] {
  const poster = message.type === 'video' ? message.posterUrl : undefined;
  return [message.url, poster].filter((address) => address !== undefined);
}
