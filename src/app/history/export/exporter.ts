import { inject, Service } from '@angular/core';

import type { Turn } from '../../conversation-model/turn.ts';
import { Language } from '../../language/language.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { MediaCache } from '../../media-cache/media-cache.ts';
import { Notices } from '../../notices/notices.ts';
import { SAVE_FILE } from '../../saving/save-file.ts';
import { zipFile } from '../../saving/zip-file.ts';
import { restoreConversation } from '../restore-conversation.ts';
import { HISTORY_STORE } from '../store/history-token.ts';
import type { ConversationContent, ConversationRecord } from '../store/records.ts';
import { conversationJson } from './conversation-json.ts';
import { conversationMarkdown, type MarkdownContext } from './conversation-markdown.ts';
import { type ExportedMedium, fetchMedia } from './exported-media.ts';
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
    try {
      const content = await this.store.content(conversation.id);
      this.saveFile(await this.fileOf(conversation, content, { name, format }));
    } catch {
      this.notices.show(this.text('history.exportFailed'));
    }
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
    this.notices.show(this.text('history.fetchingMedia'));
    const media = await fetchMedia(turns, (address) => this.mediaCache.find(address));
    return this.archive(conversation, { content, turns, name, media });
  }

  private archive(
    conversation: ConversationRecord,
    {
      content,
      turns,
      name,
      media,
    }: {
      readonly content: ConversationContent;
      readonly turns: readonly Turn[];
      readonly name: string;
      readonly media: readonly ExportedMedium[];
    },
  ): Promise<File> {
    const pathById = new Map(media.map(({ id, path }) => [id, path]));
    const pathOf = (id: string): string | null => pathById.get(id) ?? null;
    const addresses = { addressOf: ({ id }: { readonly id: string }) => pathOf(id), addressOfReference: pathOf };
    const texts = [
      { name: `${name}.md`, input: this.markdown(conversation, turns, addresses) },
      { name: `${name}.json`, input: conversationJson(conversation, content) },
    ];
    const files = [...texts, ...media.map(({ path, content: input }) => ({ name: path, input: input.stream() }))];
    return zipFile(`${name}.zip`, files);
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
