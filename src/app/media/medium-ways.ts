import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiAutoFix, mdiChatOutline, mdiContentCopy } from '@mdi/js';

import { Icon } from '../icon/icon.ts';
import { injectText } from '../language/text.ts';
import { Notices } from '../notices/notices.ts';

/** Where a clip or still leads to. */
export interface MediumWays {
  /** To the composer, with its prompt to be changed. */
  readonly remix?: () => void;
  /** To where it was asked for. */
  readonly openConversation?: () => void;
}

/** What can be done with what a clip or still was made of: the same words wherever one is shown. */
@Component({
  selector: 'kitten-medium-ways',
  imports: [Icon, MatButton],
  template: `
    @if (ways()?.remix; as remix) {
      <button matButton type="button" (click)="chosen.emit(remix)">
        <kitten-icon matButtonIcon [path]="remixIcon" />{{ text('gallery.vary') }}
      </button>
    }
    @if (words(); as content) {
      <button matButton type="button" (click)="copy(content)">
        <kitten-icon matButtonIcon [path]="copyIcon" />{{ text('chat.copyPrompt') }}
      </button>
    }
    @if (ways()?.openConversation; as open) {
      <button matButton type="button" (click)="chosen.emit(open)">
        <kitten-icon matButtonIcon [path]="conversationIcon" />{{ text('gallery.openConversation') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;

      --mat-button-text-label-text-color: currentcolor;
    }
    kitten-icon {
      width: 18px;
      height: 18px;
      margin-inline-end: 4px;
    }
  `,
})
export class MediumWaysView {
  private readonly clipboard = inject(Clipboard);
  private readonly notices = inject(Notices);

  /** What it was made of, where that is known. */
  readonly words = input<string>();
  readonly ways = input<MediumWays>();
  /** The person goes one of the ways; what lies over the page is to close first. */
  readonly chosen = output<() => void>();

  protected readonly text = injectText();
  protected readonly remixIcon = mdiAutoFix;
  protected readonly copyIcon = mdiContentCopy;
  protected readonly conversationIcon = mdiChatOutline;

  protected copy(content: string): void {
    if (this.clipboard.copy(content)) this.notices.show(this.text('player.promptCopied'));
  }
}
