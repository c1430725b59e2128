import { DOCUMENT, Component, computed, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { mdiFullscreen, mdiPictureInPictureBottomRight, mdiRepeat } from '@mdi/js';

import type { VideoMessage } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { Label } from '../icon/label.ts';
import { injectText } from '../language/text.ts';
import { CopyLink } from './copy-link.ts';
import { DownloadLink } from './download-link.ts';
import type { VideoPlayer } from './video-player.ts';

/** A clip that lasts longer is not looped by anybody, in milliseconds. */
const SHORT = 30_000;

/** What can be done with a clip beyond playing it. */
@Component({
  selector: 'kitten-video-actions',
  imports: [CopyLink, DownloadLink, Icon, Label, MatIconButton],
  template: `
    @if (player().element(); as element) {
      @if (isShort()) {
        <button
          matIconButton
          type="button"
          class="loop"
          [kittenLabel]="text('media.loop')"
          [attr.aria-pressed]="player().isLooping()"
          (click)="player().isLooping.set(!player().isLooping())"
        >
          <kitten-icon [path]="loopIcon" />
        </button>
      }
      @if (hasPictureInPicture) {
        <button
          matIconButton
          type="button"
          [kittenLabel]="text('media.pictureInPicture')"
          (click)="togglePictureInPicture(element)"
        >
          <kitten-icon [path]="pictureInPictureIcon" />
        </button>
      }
      @if (hasFullScreen) {
        <button matIconButton type="button" [kittenLabel]="text('media.fullScreen')" (click)="showFullScreen(element)">
          <kitten-icon [path]="fullScreenIcon" />
        </button>
      }
    }
    <kitten-copy-link [medium]="video()" />
    <kitten-download-link [medium]="video()" />
  `,
  styles: `
    :host {
      display: flex;
    }
    kitten-icon {
      width: 24px;
      height: 24px;
    }
    .loop[aria-pressed='true'] {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
  `,
  host: { role: 'group', '[attr.aria-label]': "text('media.actions')" },
})
export class VideoActions {
  private readonly document = inject(DOCUMENT);

  readonly video = input.required<VideoMessage>();
  /** What plays it. */
  readonly player = input.required<VideoPlayer>();

  protected readonly text = injectText();
  protected readonly loopIcon = mdiRepeat;
  protected readonly pictureInPictureIcon = mdiPictureInPictureBottomRight;
  protected readonly fullScreenIcon = mdiFullscreen;
  protected readonly hasPictureInPicture = this.document.pictureInPictureEnabled;
  protected readonly hasFullScreen = this.document.fullscreenEnabled;
  protected readonly isShort = computed(() => (this.video().durationMs ?? 0) <= SHORT);

  protected async togglePictureInPicture(element: HTMLVideoElement): Promise<void> {
    try {
      if (this.document.pictureInPictureElement === element) await this.document.exitPictureInPicture();
      else await whenLoaded(element).then(() => element.requestPictureInPicture());
    } catch {
      // The person has turned it off in the browser, or the clip does not load, which the player says.
    }
  }

  protected showFullScreen(element: HTMLVideoElement): void {
    element.requestFullscreen().catch(() => undefined);
  }
}

/** A clip that nobody has played yet has no picture to show elsewhere. */
function whenLoaded(element: HTMLVideoElement): Promise<unknown> {
  return element.readyState >= HTMLMediaElement.HAVE_METADATA ? Promise.resolve() : element.play();
}
