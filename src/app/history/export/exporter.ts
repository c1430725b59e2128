import { inject, Service } from '@angular/core';

import type { Turn } from '../../conversation-model/turn.ts';
import { Language } from '../../language/language.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { MediaCache } from '../../media-cache/media-cache.ts';
import { Notices } from '../../notices/notices.ts';
import { SAVE_FILE } from '../../saving/save-file.ts';
import { numberedName, type ZipEntry, zipFile } from '../../saving/zip-file.ts';
import { restoreConversation } from '../restore-conversation.ts';
import { HISTORY_STORE } from '../store/history-token.ts';
import type { ConversationContent, ConversationRecord } from '../store/records.ts';
import { conversationJson } from './conversation-json.ts';
import { conversationMarkdown, type MarkdownContext } from './conversation-markdown.ts';
import { fetchMedia } from './exported-media.ts';
import { safeFileName } from './file-name.ts';

/** The forms in which a conversation can be had. */
export type ExportFormat = 'markdown' | 'json' | 'zip';

/** Writes conversations into files. */
@Service()
export class Exporter {
  private readonly store = inject(HISTORY_STORE);
  private readonly language = inject(Language);
  private readonly notices = inject(Notices);
  private readonly mediaCache = inject(MediaCache);
  private readonly saveFile = inject(SAVE_FILE);
  private readonly text = injectText();
  private readonly count = injectCountText();

  /** Makes a file of a conversation and hands it over. Resolves when that is done; a failure is shown to the person, not thrown. */
  async export(conversation: ConversationRecord, format: ExportFormat): Promise<void> {
    const name = safeFileName(this.titleOf(conversation), 'conversation');
    await this.language.loadAll().catch(() => undefined);
    try {
      const content = await this.store.content(conversation.id);
      this.saveFile(await this.fileOf(conversation, content, { name, format }));
    } catch {
      this.notices.show(this.text('settings.exportFailed'));
    }
  }

  /** The same of all conversations, a folder of an archive each, that which was changed last first. Rejects where the history can't be read. */
  async everything(): Promise<readonly ZipEntry[]> {
    const conversations = (await this.store.conversations()).toSorted((one, other) => other.changedAt - one.changedAt);
    const entries: ZipEntry[] = [];
    for (const [index, conversation] of conversations.entries()) {
      const name = safeFileName(this.titleOf(conversation), 'conversation');
      const files = await this.entriesOf(conversation, await this.store.content(conversation.id), name);
      const folder = numberedName(index + 1, name);
      entries.push(...files.map((file) => ({ ...file, name: `${folder}/${file.name}` })));
    }
    return entries;
  }

  private async fileOf(
    conversation: ConversationRecord,
    content: ConversationContent,
    { name, format }: { readonly name: string; readonly format: ExportFormat },
  ): Promise<File> {
    if (format === 'json') {
      return new File([conversationJson(conversation, content)], `${name}.json`, { type: 'application/json' });
    }
    const turns = restoreConversation(content, { log: undefined, transient: [] }).copyTurns();
    if (format === 'markdown') {
      const markdown = this.markdown(conversation, turns, {
        addressOf: ({ url }) => url ?? null,
        addressOfReference: (address) => address,
      });
      return new File([markdown], `${name}.md`, { type: 'text/markdown' });
    }
    this.notices.show(this.text('settings.exportFetching'));
    return zipFile(`${name}.zip`, await this.entriesOf(conversation, content, name));
  }

  /** All that is of a conversation, as the files of an archive: to be read, to be imported again, and its media. */
  private async entriesOf(
    conversation: ConversationRecord,
    content: ConversationContent,
    name: string,
  ): Promise<readonly ZipEntry[]> {
    const turns = restoreConversation(content, { log: undefined, transient: [] }).copyTurns();
    const media = await fetchMedia(turns, (address) => this.mediaCache.find(address));
    const pathById = new Map(media.map(({ id, path }) => [id, path]));
    const pathByAddress = new Map(
      media.flatMap(({ address, path }) => (address === undefined ? [] : [[address, path]])),
    );
    const pathOf = (id: string): string | null => pathById.get(id) ?? null;
    const addresses = { addressOf: ({ id }: { readonly id: string }) => pathOf(id), addressOfReference: pathOf };
    const texts = [
      { name: `${name}.md`, input: this.markdown(conversation, turns, addresses) },
      { name: `${name}.json`, input: conversationJson(conversation, content, pathByAddress) },
    ];
    return [...texts, ...media.map(({ path, content: input }) => ({ name: path, input: input.stream() }))];
  }

  private markdown(
    conversation: ConversationRecord,
    turns: readonly Turn[],
    addresses: Pick<MarkdownContext, 'addressOf' | 'addressOfReference'>,
  ): string {
    const language = this.language.current() as MarkdownContext['language'];
    const context = { text: this.text, count: this.count, language, ...addresses };
    return conversationMarkdown({ title: this.titleOf(conversation), turns }, context);
  }

  private titleOf({ title, opening }: ConversationRecord): string {
    return title ?? opening ?? this.text('history.untitled');
  }
}
