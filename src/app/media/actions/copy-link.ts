import { Component, computed, DestroyRef, inject, input, linkedSignal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { mdiCheck, mdiLinkVariant } from '@mdi/js';

import type { ImageMessage, VideoMessage } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { injectText } from '../../language/text.ts';
import { MediaLink } from './media-link.ts';

/** How long the button shows that it has worked, in milliseconds. */
const SHOWN = 2_000;

/** Copies the address of a medium. One that came with its message has none, and then nothing is offered. */
@Component({
  selector: 'kitten-copy-link',
  imports: [Icon, Label, MatIconButton],
  template: `
    @if (link(); as link) {
      <button matIconButton type="button" [kittenLabel]="text('media.copyLink')" (click)="copy(link)">
        <kitten-icon [path]="isCopied() ? copiedIcon : icon" />
      </button>
    }
  `,
  styles: `
    kitten-icon {
      width: 24px;
      height: 24px;
    }
  `,
})
export class CopyLink {
  private readonly links = inject(MediaLink);

  /** Whose address. */
  readonly medium = input.required<ImageMessage | VideoMessage>();

  protected readonly text = injectText();
  protected readonly icon = mdiLinkVariant;
  protected readonly copiedIcon = mdiCheck;
  protected readonly link = computed(() => this.links.addressOf(this.medium()));
  protected readonly isCopied = linkedSignal({ source: this.link, computation: () => false });
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected async copy(link: string): Promise<void> {
    this.isCopied.set(await this.links.copyAddress(link));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.isCopied.set(false), SHOWN);
  }
}
