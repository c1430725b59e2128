import { Component, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { mdiShareVariantOutline } from '@mdi/js';

import type { ImageMessage, VideoMessage } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { injectText } from '../../language/text.ts';
import { SystemShare } from './system-share.ts';

/** Hands a medium to the system's own sheet. */
@Component({
  selector: 'kitten-share-button',
  imports: [Icon, Label, MatIconButton],
  template: `
    <button matIconButton type="button" [kittenLabel]="text('media.share')" (click)="system.share(medium())">
      <kitten-icon [path]="icon" />
    </button>
  `,
})
export class ShareButton {
  /** What to share. */
  readonly medium = input.required<ImageMessage | VideoMessage>();

  protected readonly system = inject(SystemShare);
  protected readonly text = injectText();
  protected readonly icon = mdiShareVariantOutline;
}
