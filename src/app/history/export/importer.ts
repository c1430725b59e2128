import { DOCUMENT, inject, Service } from '@angular/core';

import { MediaCache } from '../../media-cache/media-cache.ts';
import type { ZippedFile } from '../../saving/read-zip.ts';
import { HistoryChannel } from '../history-channel.ts';
import { HISTORY_STORE } from '../store/history-token.ts';
import type { NewEvent } from '../store/records.ts';
import { type ExportedConversation, type ExportedEntry, readExport } from './read-export.ts';

/** A conversation as JSON, and the files that were packed with it, by their paths from its folder. */
export interface ImportedFile {
  readonly json: Pick<ZippedFile, 'read'>;
  readonly beside: ReadonlyMap<string, ZippedFile>;
}

/** What became of files that were to be imported. */
export interface Imported {
  readonly conversations: number;
  /** Those of them that are no export, or of what was erased for good here. */
  readonly refused: number;
}

/** Takes conversations back that were exported, here or in another browser. */
@Service()
export class Importer {
  private readonly store = inject(HISTORY_STORE);
  private readonly channel = inject(HistoryChannel);
  private readonly mediaCache = inject(MediaCache);
  private readonly origin = inject(DOCUMENT).location.origin;

  /**
   * Reads conversations as JSON, each with what else its archive has. What is here already stays as it is. Never rejects.
   */
  async import(files: readonly ImportedFile[]): Promise<Imported> {
    const taken = new Set<string>();
    let refused = 0;
    for (const { json, beside } of files) {
      const conversation = readExport(await textOf(json), this.origin);
      if (conversation === undefined || !(await this.save(conversation).catch(() => false))) refused++;
      else {
        taken.add(conversation.id);
        await this.keepMedia(conversation, beside);
      }
    }
    return { conversations: taken.size, refused };
  }

  private async keepMedia({ paths }: ExportedConversation, beside: ReadonlyMap<string, ZippedFile>): Promise<void> {
    for (const [address, path] of paths) {
      const body = await beside
        .get(path)
        ?.read()
        .catch(() => undefined);
      if (body !== undefined) await this.mediaCache.addCopy(address, body.slice(0, body.size, typeOf(path)));
    }
  }

  /**
   * In their order: a prompt keeps its place among the messages. All are given to the store at once, which does one after
   * the other; the messages between two prompts are one transaction.
   */
  private async addAll(entries: readonly ExportedEntry[]): Promise<void> {
    const writes: Promise<void>[] = [];
    let run: NewEvent[] = [];
    const endRun = (): void => {
      if (run.length > 0) writes.push(this.store.append(run));
      run = [];
    };
    for (const entry of entries) {
      if (entry.kind === 'event') run.push(entry.event);
      else {
        endRun();
        writes.push(this.store.addPrompt(entry.prompt));
      }
    }
    endRun();
    await Promise.all(writes);
  }

  /** False where it was erased for good in this browser: what is said in it is dropped. */
  private async save({ id, title, pinnedAt, entries }: ExportedConversation): Promise<boolean> {
    await this.addAll(entries);
    const known = (await this.store.conversations()).find((conversation) => conversation.id === id);
    const name = title?.trim();
    if (
      known !== undefined &&
      name !== undefined &&
      name !== '' &&
      name !== known.opening &&
      known.title === undefined
    ) {
      await this.store.changeConversation(id, { title: name });
    }
    if (pinnedAt !== undefined && known !== undefined && known.pinnedAt === undefined)
      await this.store.changeConversation(id, { pinnedAt });
    this.channel.post({ kind: 'conversation', conversationId: id });
    return known !== undefined;
  }
}

async function textOf({ read }: Pick<ZippedFile, 'read'>): Promise<string> {
  return (await read().catch(() => new Blob())).text();
}

const TYPES: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
};

/** An archive says of its files what they are by their names alone. */
function typeOf(path: string): string {
  return TYPES[path.split('.').pop()?.toLowerCase() ?? ''] ?? '';
}
