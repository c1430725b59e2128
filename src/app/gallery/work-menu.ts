import { Component, inject, viewChild } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import {
  mdiAutoFix,
  mdiChatOutline,
  mdiContentSaveOffOutline,
  mdiDeleteOutline,
  mdiLinkVariant,
  mdiMovieOpenCogOutline,
  mdiRestore,
} from '@mdi/js';

import type { EngineProfile, PromptMessage } from '../../services/index.ts';
import { injectRepeatWithText } from '../engines/cost-text.ts';
import { Engines } from '../engines/engines.ts';
import { CurrentConversation } from '../history/current-conversation.ts';
import { Icon } from '../icon/icon.ts';
import { injectText } from '../language/text.ts';
import { MediaLink } from '../media/actions/media-link.ts';
import { MediaCache } from '../media-cache/media-cache.ts';
import { Notices } from '../notices/notices.ts';
import { RepeatWork } from './repeat-work.ts';
import { addressesOf, type Work } from './collect-works.ts';
import { RemovedWorks } from './order/removed-works.ts';

/** What can be done with a work beyond looking at it and saving it. One menu serves all works. */
@Component({
  selector: 'kitten-work-menu',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem],
  template: `
    <mat-menu #menu="matMenu" xPosition="before">
      <ng-template matMenuContent let-work="work">
        <button mat-menu-item type="button" (click)="openConversation(work)">
          <kitten-icon [path]="chatIcon" />{{ text('gallery.openConversation') }}
        </button>
        @if (promptOf(work); as prompt) {
          <button mat-menu-item type="button" (click)="repeat.openInComposer(prompt, work.conversationId)">
            <kitten-icon [path]="variationIcon" />{{ text('gallery.vary') }}
          </button>
          @for (engine of otherEngines(work); track engine.id) {
            <button mat-menu-item type="button" (click)="repeat.withEngine(engine, prompt, work.conversationId)">
              <kitten-icon [path]="engineIcon" />{{ repeatWithText(engine, prompt) }}
            </button>
          }
        }
        @if (links.addressOf(work.message); as link) {
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
          <button mat-menu-item type="button" (click)="discard(work)">
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
  `,
})
export class WorkMenu {
  private readonly current = inject(CurrentConversation);
  private readonly notices = inject(Notices);
  private readonly mediaCache = inject(MediaCache);
  private readonly engines = inject(Engines);

  /** For the triggers; told its work as `{ work }`. */
  readonly menu = viewChild.required(MatMenu);

  protected readonly text = injectText();
  protected readonly repeatWithText = injectRepeatWithText();
  protected readonly links = inject(MediaLink);
  protected readonly repeat = inject(RepeatWork);
  protected readonly removed = inject(RemovedWorks);
  protected readonly deleteIcon = mdiDeleteOutline;
  protected readonly restoreIcon = mdiRestore;
  protected readonly chatIcon = mdiChatOutline;
  protected readonly variationIcon = mdiAutoFix;
  protected readonly engineIcon = mdiMovieOpenCogOutline;
  protected readonly linkIcon = mdiLinkVariant;
  protected readonly removeIcon = mdiContentSaveOffOutline;

  protected openConversation({ conversationId, prompt, message }: Work): Promise<void> {
    return this.current.openConversation(conversationId, prompt?.id ?? message.jobId ?? message.id);
  }

  /** What is varied or asked again: what the engine was given, where a bot has made that of a wish. */
  protected promptOf({ message, prompt }: Work): PromptMessage | undefined {
    const given = message.type === 'video' ? message.madeWith?.prompt : undefined;
    return prompt && given !== undefined ? { ...prompt, content: given, verbatim: true } : prompt;
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
