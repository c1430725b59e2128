import { DOCUMENT, inject, Service } from '@angular/core';

import { injectCountText } from '../../language/text.ts';
import { Notices } from '../../notices/notices.ts';
import { HistoryChannel } from '../history-channel.ts';
import { HISTORY_STORE } from '../store/history-token.ts';
import { type ExportedConversation, readExport } from './read-export.ts';

/** Takes conversations back that were exported as JSON, here or in another browser. */
@Service()
export class Importer {
  private readonly store = inject(HISTORY_STORE);
  private readonly channel = inject(HistoryChannel);
  private readonly notices = inject(Notices);
  private readonly origin = inject(DOCUMENT).location.origin;
  private readonly count = injectCountText();

  /** Reads files, and says what became of them. What is here already stays as it is. Never rejects. */
  async import(files: readonly File[]): Promise<void> {
    const taken = new Set<string>();
    let refused = 0;
    for (const file of files) {
      const conversation = readExport(await file.text().catch(() => ''), this.origin);
      if (conversation !== undefined && (await this.save(conversation).catch(() => false))) taken.add(conversation.id);
      else refused++;
    }
    if (refused > 0) this.notices.show(this.count('settings.notImported', refused));
    else this.notices.show(this.count('settings.imported', taken.size));
  }

  /** False where it was erased for good in this browser: what is said in it is dropped. */
  private async save({ id, title, pinnedAt, entries }: ExportedConversation): Promise<boolean> {
    // One after the other: a prompt keeps its place among the messages.
    for (const entry of entries) {
      if (entry.kind === 'prompt') await this.store.addPrompt(entry.prompt);
      else await this.store.append([entry.event]);
    }
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
