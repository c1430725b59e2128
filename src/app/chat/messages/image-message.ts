import { Component, computed, inject, input } from '@angular/core';

import type { ImageMessage } from '../../../services/index.ts';
import type { Turn } from '../../conversation-model/turn.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { CopyLink } from '../../media/actions/copy-link.ts';
import { DownloadLink } from '../../media/actions/download-link.ts';
import type { Asked } from '../../media/given-prompt.ts';
import { mediumFacts } from '../../media/medium-facts.ts';
import type { MediumWays } from '../../media/medium-ways.ts';
import { Picture } from '../../media/picture.ts';
import type { ViewerItem } from '../../media/viewer/viewer-item.ts';
import { Viewer } from '../../media/viewer/viewer.ts';
import { OpenConversation } from '../../history/open-conversation.ts';
import { WorkWays } from '../../drafts/work-ways.ts';

/** A finished still. */
@Component({
  selector: 'kitten-image-message',
  imports: [CopyLink, DownloadLink, Picture],
  template: `
    <kitten-picture
      [image]="message()"
      [alt]="name()"
      [openLabel]="text('media.open', { name: name() })"
      (opened)="openViewer()"
    />
    <footer>
      <span>{{ facts() }}</span>
      <kitten-copy-link [medium]="message()" />
      <kitten-download-link [medium]="message()" />
    </footer>
  `,
  styleUrl: './media-message.scss',
  host: { role: 'article', '[attr.aria-label]': "text('media.image')" },
})
export class ImageMessageView {
  private readonly viewer = inject(Viewer);
  private readonly conversation = inject(OpenConversation);
  private readonly ways = inject(WorkWays);
  private readonly language = inject(Language);

  readonly message = input.required<ImageMessage>();

  protected readonly text = injectText();
  protected readonly name = computed(() => this.message().name ?? this.text('media.imageOfKitten'));
  protected readonly facts = computed(() => mediumFacts(this.message(), this.language.current()));

  protected async openViewer(): Promise<void> {
    const media = turnMedia(this.conversation.turns() ?? [], (asked, turnId) => this.ways.here(asked, turnId));
    await this.viewer.openAt(media, this.message().id);
  }
}

/** The clips and stills of a conversation in their order, each with what was asked and where it leads to. */
export function turnMedia(
  turns: readonly Turn[],
  waysOf: (asked: Asked, turnId: string) => MediumWays,
): readonly ViewerItem[] {
  return turns.flatMap(({ id, prompt, replies }) =>
    replies.flatMap((reply): ViewerItem[] => {
      if (reply.kind !== 'image' && reply.kind !== 'video') return [];
      const caption = prompt?.content ?? reply.message.name ?? '';
      const origin = { caption, prompt, ways: waysOf({ message: reply.message, prompt }, id) };
      return reply.kind === 'image'
        ? [{ ...origin, kind: 'image', message: reply.message }]
        : [{ ...origin, kind: 'video', message: reply.message, poster: reply.poster }];
    }),
  );
}
