import { Component, computed, input } from '@angular/core';

import type { ImageMessage, VideoMessage } from '../../../services/index.ts';
import { DownloadLink } from '../../media/download-link.ts';
import { VideoPlayer } from '../../media/video-player.ts';

/** A finished clip. */
@Component({
  selector: 'kitten-video-message',
  imports: [DownloadLink, VideoPlayer],
  template: `
    <kitten-video-player [video]="message()" [poster]="poster()" [label]="message().name ?? '小猫画的视频'" />
    <footer>
      <span>{{ facts() }}</span>
      <kitten-download-link [medium]="message()" />
    </footer>
  `,
  styles: `
    footer {
      display: flex;
      align-items: center;
      justify-content: space-between;
      max-width: 560px;
      padding-left: 8px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-medium);
    }
  `,
  host: { role: 'article', 'aria-label': '视频' },
})
export class VideoMessageView {
  readonly message = input.required<VideoMessage>();
  /** A still that came apart from it. */
  readonly poster = input<ImageMessage>();

  protected readonly facts = computed(() => {
    const { durationMs, width, height } = this.message();
    const length = durationMs === undefined ? [] : [`${Number((durationMs / 1_000).toFixed(1))} 秒`];
    const size = width && height ? [`${width}×${height}`] : [];
    return [...length, ...size].join(' · ');
  });
}
