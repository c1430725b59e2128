import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { concatMap, filter, from, map, merge, tap } from 'rxjs';

import { type ImageMessage, type VideoMessage, WebSocketService } from '../../services/index.ts';
import { preference } from '../preferences/preference.ts';
import { Shelf } from './shelf.ts';

/** Something to be put on the shelf. */
interface Item {
  /** When it was made, and its id: several may be made in one millisecond. */
  readonly name: string;
  readonly addresses: readonly string[];
}

/**
 * Puts what is finished on the shelf, one after the other, and goes on with it where the page was left meanwhile. What
 * came before its newest is left alone: a server says it all again to a page that has forgotten it, and what has left
 * the shelf shall not come back by itself.
 */
@Service()
export class ShelfKeeper {
  private readonly shelf = inject(Shelf);
  private readonly newest = preference<string>({
    key: 'ask-kitten.shelf.newest',
    initial: '0 -',
    accepts: (text) => /^\d+ /.test(text),
  });
  /** What has not been put away yet, as JSON: the server does not say it again to a page that has the message. */
  private readonly waiting = preference<string>({
    key: 'ask-kitten.shelf.waiting',
    initial: '[]',
    accepts: (text) => text.startsWith('[{"name":'),
  });

  constructor() {
    const { video$, image$ } = inject(WebSocketService);
    const finished$ = merge(video$, image$).pipe(
      filter((message) => message.type === 'video' || message.preview !== true),
      filter((message) => this.shelf.isAutomatic() && this.isNew(message)),
      map(itemOf),
      tap((item) => this.setWaiting([...this.left(), item])),
    );
    merge(from(this.left()), finished$)
      .pipe(
        concatMap((item) => this.keep(item)),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  private async keep({ name, addresses }: Item): Promise<void> {
    if (this.shelf.isAutomatic()) for (const address of addresses) await this.shelf.keep(address);
    this.newest.set(name);
    this.setWaiting(this.left().filter((item) => item.name !== name));
  }

  private isNew({ ts, id }: ImageMessage | VideoMessage): boolean {
    const [newestTs, newestId] = this.newest.value().split(' ');
    return ts > Number(newestTs) || (ts === Number(newestTs) && id !== newestId);
  }

  private left(): readonly Item[] {
    return JSON.parse(this.waiting.value()) as readonly Item[];
  }

  private setWaiting(items: readonly Item[]): void {
    this.waiting.set(JSON.stringify(items));
  }
}

function itemOf(message: ImageMessage | VideoMessage): Item {
  const poster = message.type === 'video' ? message.posterUrl : undefined;
  const addresses = [message.url, poster].filter((address) => address !== undefined);
  return { name: `${message.ts} ${message.id}`, addresses };
}
