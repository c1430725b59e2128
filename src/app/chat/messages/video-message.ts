import { Component, computed, effect, ElementRef, inject, input, signal } from '@angular/core';

import type { ImageMessage, PromptMessage, VideoMessage } from '../../../services/index.ts';
import { Remix } from '../../drafts/remix.ts';
import { CurrentConversation } from '../../history/current-conversation.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { aspectRatio } from '../../media/aspect-ratio.ts';
import { ClipDetails } from '../../media/clip-details.ts';
import { givenPrompt, givenWords } from '../../media/given-prompt.ts';
import { type MediumWays, MediumWaysView } from '../../media/medium-ways.ts';
import { VideoActions } from '../../media/actions/video-actions.ts';
import { VideoPlayer } from '../../media/player/video-player.ts';
import { FlickerFreeImage } from '../../media/flicker-free-image.ts';

/** How long the last frame of the making covers a clip whose poster does not come, in milliseconds. */
const COVER_MS = 4_000;

/** A finished clip. What was seen of it while it was made covers it until its poster can be drawn. */
@Component({
  selector: 'kitten-video-message',
  imports: [ClipDetails, FlickerFreeImage, MediumWaysView, VideoActions, VideoPlayer],
  template: `
    <div class="stage">
      <kitten-video-player
        #player
        [group]="group()"
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
      <kitten-clip-details [video]="message()" [prompt]="prompt()">
        @if (language.hasAll()) {
          <kitten-medium-ways [words]="words()" [ways]="ways()" (chosen)="$event()" />
        }
      </kitten-clip-details>
      <kitten-video-actions [player]="player" [video]="message()" />
    </footer>
  `,
  styleUrl: './video-message.scss',
  host: { role: 'article', '[attr.aria-label]': "text('media.video')", '[style.--ratio]': 'ratio()' },
})
export class VideoMessageView {
  readonly message = input.required<VideoMessage>();
  /** A still that came apart from it. */
  readonly poster = input<ImageMessage>();
  /** What was asked, where that is known. */
  readonly prompt = input<PromptMessage>();
  /** What it may play side by side with. */
  readonly group = input<string>();
  /** What was last seen of it while it was made. */
  readonly cover = input<ImageMessage>();

  private readonly remix = inject(Remix);
  private readonly current = inject(CurrentConversation);
  protected readonly language = inject(Language);
  protected readonly text = injectText();
  protected readonly words = computed(() => givenWords({ message: this.message(), prompt: this.prompt() }));
  /** Its conversation is here. */
  protected readonly ways = computed<MediumWays>(() => {
    const prompt = givenPrompt({ message: this.message(), prompt: this.prompt() });
    const conversation = this.current.id();
    if (prompt === undefined || conversation === null) return {};
    return { remix: () => void this.remix.open(prompt, conversation) };
  });
  protected readonly ratio = computed(() => aspectRatio(this.message()));
  protected readonly isUncovered = signal(false);

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
