import { DestroyRef, inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { auditTime, concatMap, filter, from, fromEvent, map, merge, Subject, tap } from 'rxjs';

import { type ImageMessage, type VideoMessage, WebSocketService } from '../../services/index.ts';
import { preference } from '../preferences/preference.ts';
import { MediaCache } from './media-cache.ts';

/**
 * How long the device may not know of what has come or gone, in milliseconds. A server that has much to say again would
 * have the whole list written for each of its messages.
 */
const UNSAVED_MS = 250;

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
  private readonly saved = preference<string>({
    key: 'ask-kitten.shelf.waiting',
    initial: '[]',
    accepts: (text) => text.startsWith('[{"name":'),
  });
  private readonly waiting = new Map(
    (JSON.parse(this.saved.value()) as readonly PendingMedia[]).map((item) => [item.name, item]),
  );
  private readonly changed$ = new Subject<void>();
  private isSaved = true;

  constructor() {
    const { video$, image$ } = inject(WebSocketService);
    const finished$ = merge(video$, image$).pipe(
      filter((message) => message.type === 'video' || message.preview !== true),
      filter((message) => this.mediaCache.isAutomatic() && this.isNew(message)),
      map(pendingMedia),
      tap((item) => {
        this.waiting.set(item.name, item);
        this.noteChange();
      }),
    );
    merge(this.changed$.pipe(auditTime(UNSAVED_MS)), fromEvent(window, 'pagehide'))
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.save());
    inject(DestroyRef).onDestroy(() => this.save());
    merge(from([...this.waiting.values()]), finished$)
      .pipe(
        concatMap((item) => this.add(item)),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  private async add({ name, addresses }: PendingMedia): Promise<void> {
    if (this.mediaCache.isAutomatic()) for (const address of addresses) await this.mediaCache.add(address);
    this.newest.set(name);
    this.waiting.delete(name);
    this.noteChange();
  }

  private noteChange(): void {
    this.isSaved = false;
    this.changed$.next();
  }

  private isNew({ ts, id }: ImageMessage | VideoMessage): boolean {
    const [newestTs, newestId] = this.newest.value().split(' ');
    return ts > Number(newestTs) || (ts === Number(newestTs) && id !== newestId);
  }

  /** Only what has changed: another tab has its own. */
  private save(): void {
    if (this.isSaved) return;
    this.isSaved = true;
    this.saved.set(JSON.stringify([...this.waiting.values()]));
  }
}

function pendingMedia(message: ImageMessage | VideoMessage): PendingMedia {
  const poster = message.type === 'video' ? message.posterUrl : undefined;
  const addresses = [message.url, poster].filter((address) => address !== undefined);
  return { name: `${message.ts} ${message.id}`, addresses };
}
