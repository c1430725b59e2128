import { DOCUMENT, inject, Service } from '@angular/core';

import { MediaCache } from '../../media-cache/media-cache.ts';
import type { ZippedFile } from '../../saving/read-zip.ts';
import { HistoryChannel } from '../history-channel.ts';
import { HISTORY_STORE } from '../store/history-token.ts';
import type { ConversationRecord, NewEvent } from '../store/records.ts';
import { type ExportedConversation, type ExportedEntry, readExport } from './read-export.ts';

/** A conversation as JSON, and the files that were packed with it, by their paths from its folder. */
export interface ImportedFile {
  readonly json: Pick<ZippedFile, 'read'>;
  readonly beside: ReadonlyMap<string, ZippedFile>;
}

/** What became of files that were to be imported. */
export interface Imported {
  readonly conversations: number;
  /** Those of them that are no export, or could not be saved. */
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

  /** Who imports a conversation wants it back, though it was deleted here, or erased for good. False where it says nothing. */
  private async save({ id, title, pinnedAt, entries }: ExportedConversation): Promise<boolean> {
    if (entries.length === 0) return false;
    const before = await this.find(id);
    await this.store.changeConversation(id, { deletedAt: null, isErased: null });
    await this.addAll(entries);
    const known = await this.find(id);
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
    // What was made elsewhere is no news.
    if (known !== undefined && !hasNews(before) && hasNews(known)) {
      await this.store.changeConversation(id, { seenAt: Date.now() });
    }
    this.channel.post({ kind: 'conversation', conversationId: id });
    return known !== undefined;
  }

  private async find(id: string): Promise<ConversationRecord | undefined> {
    return (await this.store.conversations()).find((conversation) => conversation.id === id);
  }
}

function hasNews({ finishedAt = 0, seenAt = 0 }: Partial<ConversationRecord> = {}): boolean {
  return finishedAt > seenAt;
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
