import { Component, computed, inject, input, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { mdiDotsVertical } from '@mdi/js';

import type { VideoMessage } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { injectText } from '../../language/text.ts';
import { Notices } from '../../notices/notices.ts';
import { MENU_TRIGGER } from '../../overlays/menu-trigger.ts';
import { SAVE_FILE, saveAddress } from '../../saving/save-file.ts';
import { fileNameOf } from './file-name-of.ts';
import { MediaLink } from './media-link.ts';

/** What of a clip can be taken along besides its file: its cover, the frame that stands, a GIF, its link. */
@Component({
  selector: 'kitten-save-menu',
  imports: [Icon, Label, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MENU_TRIGGER],
  template: `
    <button matIconButton type="button" [kittenLabel]="text('player.saveAs')" [matMenuTriggerFor]="menu">
      <kitten-icon [path]="icon" />
    </button>
    <mat-menu #menu="matMenu" xPosition="before">
      <ng-template matMenuContent>
        <button mat-menu-item type="button" (click)="saveFrame()">{{ text('player.saveFrame') }}</button>
        <button mat-menu-item type="button" [disabled]="isConverting()" (click)="saveGif()">
          {{ text('player.saveGif') }}
        </button>
        @if (video().posterUrl; as poster) {
          <button mat-menu-item type="button" (click)="savePoster(poster)">{{ text('player.savePoster') }}</button>
        }
        @if (link(); as link) {
          <button mat-menu-item type="button" (click)="links.copyAddress(link)">{{ text('media.copyLink') }}</button>
        }
      </ng-template>
    </mat-menu>
  `,
})
export class SaveMenu {
  private readonly notices = inject(Notices);
  private readonly saveFile = inject(SAVE_FILE);
  protected readonly links = inject(MediaLink);

  readonly video = input.required<VideoMessage>();
  /** The element that shows it; undefined where it can't be loaded. */
  readonly medium = input.required<HTMLVideoElement | undefined>();

  protected readonly text = injectText();
  protected readonly icon = mdiDotsVertical;
  protected readonly isConverting = signal(false);
  protected readonly link = computed(() => this.links.addressOf(this.video()));

  protected savePoster(address: string): void {
    saveAddress(address, `${this.baseName()}.jpg`);
  }

  /** A clip of another server may be looked at and not be copied. */
  protected async saveFrame(): Promise<void> {
    const picture = await frameOf(this.medium()).catch(() => null);
    if (picture === null) this.notices.show(this.text('player.frameFailed'));
    else this.save(picture, 'png');
  }

  /** What shows it has its address: that of the server, or of the copy on this device. */
  protected async saveGif(): Promise<void> {
    this.isConverting.set(true);
    this.notices.show(this.text('player.gifBegins'));
    try {
      const { makeGif } = await import('../conversion/make-gif.ts');
      const response = await fetch(this.medium()?.currentSrc ?? '');
      this.save(await makeGif(await response.blob()), 'gif');
      this.notices.show(this.text('player.gifSaved'));
    } catch {
      this.notices.show(this.text('player.gifFailed'));
    }
    this.isConverting.set(false);
  }

  private save(body: Blob, ending: 'png' | 'gif'): void {
    this.saveFile(new File([body], `${this.baseName()}.${ending}`, { type: body.type }));
  }

  private baseName(): string {
    return fileNameOf(this.video()).replace(/\.[^.]*$/, '');
  }
}

async function frameOf(medium: HTMLVideoElement | undefined): Promise<Blob | null> {
  if (medium === undefined || medium.videoWidth === 0) return null;
  const canvas = Object.assign(document.createElement('canvas'), {
    width: medium.videoWidth,
    height: medium.videoHeight,
  });
  canvas.getContext('2d')?.drawImage(medium, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
