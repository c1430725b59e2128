import { Component, inject, input } from '@angular/core';

import type { VideoMessage } from '../../../services/index.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { CopyLink } from './copy-link.ts';
import { DownloadLink } from './download-link.ts';
import type { VideoPlayer } from '../player/video-player.ts';
import { SaveMenu } from './save-menu.ts';
import { ShareButton } from './share-button.ts';
import { StarButton } from './star-button.ts';
import { SystemShare } from './system-share.ts';

/** What can be done with a clip beyond playing it. */
@Component({
  selector: 'kitten-video-actions',
  imports: [CopyLink, DownloadLink, SaveMenu, ShareButton, StarButton],
  template: `
    <kitten-star-button [id]="video().id" />
    @if (system.isThere) {
      <kitten-share-button [medium]="video()" />
    } @else {
      <kitten-copy-link [medium]="video()" />
    }
    <kitten-download-link [medium]="video()" />
    @defer (when language.hasAll()) {
      <kitten-save-menu [video]="video()" [medium]="player().medium()" />
    }
  `,
  styles: `
    :host {
      display: flex;
    }
  `,
  host: { role: 'group', '[attr.aria-label]': "text('media.actions')" },
})
export class VideoActions {
  readonly video = input.required<VideoMessage>();
  /** What plays it. */
  readonly player = input.required<VideoPlayer>();

  protected readonly language = inject(Language);
  protected readonly text = injectText();
  protected readonly system = inject(SystemShare);
}
