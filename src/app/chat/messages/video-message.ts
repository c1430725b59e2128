import { Component, computed, effect, ElementRef, inject, input, signal } from '@angular/core';

import type { ImageMessage, VideoMessage } from '../../../services/index.ts';
import { injectMakerText } from '../../engines/maker-text.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { mediumFacts } from '../../media/medium-facts.ts';
import { VideoActions } from '../../media/video-actions.ts';
import { VideoPlayer } from '../../media/video-player.ts';
import { FlickerFreeImage } from '../../media/flicker-free-image.ts';

/** How long the last frame of the making covers a clip whose poster does not come, in milliseconds. */
const COVER_MS = 4_000;

/** A finished clip. What was seen of it while it was made covers it until its poster can be drawn. */
@Component({
  selector: 'kitten-video-message',
  imports: [FlickerFreeImage, VideoActions, VideoPlayer],
  template: `
    <div class="stage">
      <kitten-video-player
        #player
        [video]="message()"
        [poster]="poster()"
        [label]="message().name ?? text('media.videoOfKitten')"
      />
      @if (cover(); as cover) {
        @if (!isUncovered()) {
          <kitten-flicker-free-image class="cover" [image]="cover" />
        }
      }
    </div>
    <footer>
      <span class="facts">
        <span>{{ facts() }}</span>
        @if (maker(); as maker) {
          <span class="maker">{{ text('engines.madeWith', { maker }) }}</span>
        }
      </span>
      <kitten-video-actions [player]="player" [video]="message()" />
    </footer>
  `,
  styleUrl: './video-message.scss',
  host: { role: 'article', '[attr.aria-label]': "text('media.video')" },
})
export class VideoMessageView {
  private readonly language = inject(Language);

  readonly message = input.required<VideoMessage>();
  /** A still that came apart from it. */
  readonly poster = input<ImageMessage>();
  /** What was last seen of it while it was made. */
  readonly cover = input<ImageMessage>();

  protected readonly text = injectText();
  protected readonly isUncovered = signal(false);
  private readonly makerText = injectMakerText();
  protected readonly maker = computed(() => this.makerText(this.message().madeWith));
  protected readonly facts = computed(() => mediumFacts(this.message(), this.language.current()));

  constructor() {
    this.uncoverWithClip();
    effect((onCleanup) => {
      if (this.cover() === undefined || this.isUncovered()) return;
      const timer = setTimeout(() => this.uncover(), COVER_MS);
      onCleanup(() => clearTimeout(timer));
      void this.uncoverWithPoster(this.message().posterUrl ?? this.poster()?.url);
    });
  }

  private uncover(): void {
    this.isUncovered.set(true);
  }

  /** Events of media do not bubble. */
  private uncoverWithClip(): void {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    for (const name of ['loadeddata', 'play']) element.addEventListener(name, () => this.uncover(), { capture: true });
  }

  private async uncoverWithPoster(url: string | undefined): Promise<void> {
    if (url === undefined) return;
    const image = new Image();
    image.src = url;
    await image.decode().then(
      () => this.uncover(),
      // The clip's own first frame may still come.
      () => undefined,
    );
  }
}
