import { Component, computed, inject, input } from '@angular/core';

import type { ImageMessage, VideoMessage } from '../../../services/index.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { mediumFacts } from '../../media/medium-facts.ts';
import { VideoActions } from '../../media/video-actions.ts';
import { VideoPlayer } from '../../media/video-player.ts';

/** A finished clip. */
@Component({
  selector: 'kitten-video-message',
  imports: [VideoActions, VideoPlayer],
  template: `
    <kitten-video-player
      #player
      [video]="message()"
      [poster]="poster()"
      [label]="message().name ?? text('media.videoOfKitten')"
    />
    <footer>
      <span>{{ facts() }}</span>
      <kitten-video-actions [player]="player" [video]="message()" />
    </footer>
  `,
  styleUrl: './media-message.scss',
  host: { role: 'article', '[attr.aria-label]': "text('media.video')" },
})
export class VideoMessageView {
  private readonly language = inject(Language);

  readonly message = input.required<VideoMessage>();
  /** A still that came apart from it. */
  readonly poster = input<ImageMessage>();

  protected readonly text = injectText();
  protected readonly facts = computed(() => mediumFacts(this.message(), this.language.current()));
}
