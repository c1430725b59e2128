import { Component, computed, inject, input } from '@angular/core';

import type { ImageMessage } from '../../../services/index.ts';
import type { Turn } from '../../conversation-model/turn.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { CopyLink } from '../../media/actions/copy-link.ts';
import { DownloadLink } from '../../media/actions/download-link.ts';
import { mediumFacts } from '../../media/medium-facts.ts';
import { Picture } from '../../media/picture.ts';
import type { ViewerItem } from '../../media/viewer/viewer-item.ts';
import { Viewer } from '../../media/viewer/viewer.ts';
import { OpenConversation } from '../../history/open-conversation.ts';

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
  private readonly language = inject(Language);

  readonly message = input.required<ImageMessage>();

  protected readonly text = injectText();
  protected readonly name = computed(() => this.message().name ?? this.text('media.imageOfKitten'));
  protected readonly facts = computed(() => mediumFacts(this.message(), this.language.current()));

  protected async openViewer(): Promise<void> {
    await this.viewer.openAt(turnMedia(this.conversation.turns() ?? []), this.message().id);
  }
}

/** The clips and stills of a conversation in their order, each with what was asked. */
export function turnMedia(turns: readonly Turn[]): readonly ViewerItem[] {
  return turns.flatMap(({ prompt, replies }) =>
    replies.flatMap((reply): ViewerItem[] => {
      const caption = prompt?.content;
      if (reply.kind === 'image') {
        return [{ kind: 'image', message: reply.message, caption: caption ?? reply.message.name ?? '' }];
      }
      if (reply.kind !== 'video') return [];
      const { message, poster } = reply;
      return [{ kind: 'video', message, poster, prompt, caption: caption ?? message.name ?? '' }];
    }),
  );
}
