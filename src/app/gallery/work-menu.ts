import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, viewChild } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import {
  mdiAutoFix,
  mdiChatOutline,
  mdiContentCopy,
  mdiContentSaveOffOutline,
  mdiDeleteOutline,
  mdiLinkVariant,
  mdiMovieOpenCogOutline,
  mdiRestore,
  mdiShareVariantOutline,
} from '@mdi/js';

import type { EngineProfile } from '../../services/index.ts';
import { WorkWays } from '../drafts/work-ways.ts';
import { injectRepeatWithText } from '../engines/cost-text.ts';
import { Engines } from '../engines/engines.ts';
import { Icon } from '../icon/icon.ts';
import { injectText } from '../language/text.ts';
import { givenPrompt, givenWords } from '../media/given-prompt.ts';
import type { MediumWays } from '../media/medium-ways.ts';
import { MediaLink } from '../media/actions/media-link.ts';
import { SystemShare } from '../media/actions/system-share.ts';
import { MediaCache } from '../media-cache/media-cache.ts';
import { Notices } from '../notices/notices.ts';
import { RepeatWork } from './repeat-work.ts';
import { addressesOf, placed, type Work } from './collect-works.ts';
import { RemovedWorks } from './order/removed-works.ts';

/** What can be done with a work beyond looking at it and saving it. One menu serves all works. */
@Component({
  selector: 'kitten-work-menu',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem],
  template: `
    <mat-menu #menu="matMenu" xPosition="before">
      <ng-template matMenuContent let-work="work">
        @let ways = waysOf(work);
        <button mat-menu-item type="button" (click)="ways.openConversation?.()">
          <kitten-icon [path]="chatIcon" />{{ text('gallery.openConversation') }}
        </button>
        @if (ways.remix; as remix) {
          <button mat-menu-item type="button" (click)="remix()">
            <kitten-icon [path]="variationIcon" />{{ text('gallery.vary') }}
          </button>
        }
        @if (wordsOf(work); as words) {
          <button mat-menu-item type="button" (click)="copy(words)">
            <kitten-icon [path]="copyIcon" />{{ text('chat.copyPrompt') }}
          </button>
        }
        @if (promptOf(work); as prompt) {
          @for (engine of otherEngines(work); track engine.id) {
            <button mat-menu-item type="button" (click)="repeat.withEngine(engine, prompt, work.conversationId)">
              <kitten-icon [path]="engineIcon" />{{ repeatWithText(engine, prompt) }}
            </button>
          }
        }
        @if (links.addressOf(work.message); as link) {
          @if (system.isThere) {
            <button mat-menu-item type="button" (click)="system.share(work.message)">
              <kitten-icon [path]="shareIcon" />{{ text('media.share') }}
            </button>
          }
          <button mat-menu-item type="button" (click)="links.copyAddress(link)">
            <kitten-icon [path]="linkIcon" />{{ text('media.copyLink') }}
          </button>
        }
        @if (isKept(work)) {
          <button mat-menu-item type="button" (click)="remove(work)">
            <kitten-icon [path]="removeIcon" />{{ text('gallery.remove') }}
          </button>
        }
        @if (removed.has(work.id)) {
          <button mat-menu-item type="button" (click)="removed.restore([work.id])">
            <kitten-icon [path]="restoreIcon" />{{ text('gallery.restore') }}
          </button>
        } @else {
          <button mat-menu-item type="button" class="delete" (click)="discard(work)">
            <kitten-icon [path]="deleteIcon" />{{ text('gallery.delete') }}
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
  styles: `
    kitten-icon {
      width: 24px;
      height: 24px;
      margin-inline-end: 12px;
      color: var(--mat-sys-on-surface-variant);
      vertical-align: middle;
    }
    /* What takes away stands apart from what does not. */
    .delete {
      margin-top: 4px;
      border-top: 1px solid var(--mat-sys-outline-variant);
      --mat-menu-item-label-text-color: var(--kitten-bad);
      kitten-icon {
        color: var(--kitten-bad);
      }
    }
  `,
})
export class WorkMenu {
  private readonly ways = inject(WorkWays);
  private readonly clipboard = inject(Clipboard);
  private readonly notices = inject(Notices);
  private readonly mediaCache = inject(MediaCache);
  private readonly engines = inject(Engines);

  /** For the triggers; told its work as `{ work }`. */
  readonly menu = viewChild.required(MatMenu);

  protected readonly text = injectText();
  protected readonly repeatWithText = injectRepeatWithText();
  protected readonly links = inject(MediaLink);
  protected readonly system = inject(SystemShare);
  protected readonly repeat = inject(RepeatWork);
  protected readonly removed = inject(RemovedWorks);
  protected readonly deleteIcon = mdiDeleteOutline;
  protected readonly restoreIcon = mdiRestore;
  protected readonly promptOf = givenPrompt;
  protected readonly wordsOf = givenWords;
  protected readonly copyIcon = mdiContentCopy;
  protected readonly chatIcon = mdiChatOutline;
  protected readonly variationIcon = mdiAutoFix;
  protected readonly engineIcon = mdiMovieOpenCogOutline;
  protected readonly shareIcon = mdiShareVariantOutline;
  protected readonly linkIcon = mdiLinkVariant;
  protected readonly removeIcon = mdiContentSaveOffOutline;

  protected waysOf(work: Work): MediumWays {
    return this.ways.of(placed(work));
  }

  protected copy(words: string): void {
    if (this.clipboard.copy(words)) this.notices.show(this.text('player.promptCopied'));
  }

  protected otherEngines({ message, prompt }: Work): readonly EngineProfile[] {
    const made = message.type === 'video' ? message.madeWith?.id : undefined;
    return this.engines.othersThan(made ?? prompt?.options?.engine);
  }

  protected discard({ id }: Work): void {
    this.removed.discard([id], Date.now());
  }

  protected isKept(work: Work): boolean {
    return addressesOf(work).some((address) => this.mediaCache.has(address));
  }

  protected async remove(work: Work): Promise<void> {
    await this.mediaCache.remove(addressesOf(work));
    this.notices.show(this.text('gallery.removed'));
  }
}
