import { DatePipe } from '@angular/common';
import { Component, input } from '@angular/core';

import { DownloadLink } from '../media/download-link.ts';
import { Picture } from '../media/picture.ts';
import { VideoPlayer } from '../media/video-player.ts';
import type { Work } from './add-work.ts';

/** A finished clip or still with the time it was made. */
@Component({
  selector: 'kitten-work-card',
  imports: [DatePipe, DownloadLink, Picture, VideoPlayer],
  template: `
    @let shown = work();
    @if (shown.kind === 'video') {
      <kitten-video-player [video]="shown.message" [poster]="shown.poster" [label]="shown.message.name ?? '视频作品'" />
    } @else {
      <kitten-picture [image]="shown.message" [alt]="shown.message.name ?? '图片作品'" />
    }
    <footer>
      <span>{{ shown.kind === 'video' ? '视频' : '图片' }} · {{ shown.message.ts | date: 'M月d日 HH:mm' }}</span>
      <kitten-download-link [medium]="shown.message" />
    </footer>
  `,
  styles: `
    :host {
      display: block;
      overflow: hidden;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 20px;
      background: var(--mat-sys-surface-container-low);
    }
    kitten-video-player,
    kitten-picture {
      width: 100%;
      max-width: none;
      aspect-ratio: 16 / 9;
      border-radius: 0;
    }
    footer {
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: 4px 4px 4px 16px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-large);
    }
  `,
})
export class WorkCard {
  readonly work = input.required<Work>();
}
