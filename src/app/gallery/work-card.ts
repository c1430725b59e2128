import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import type { MatMenu } from '@angular/material/menu';
import {
  mdiCheckCircle,
  mdiCheckboxBlankCircleOutline,
  mdiContentSaveCheckOutline,
  mdiDotsVertical,
  mdiPlay,
} from '@mdi/js';

import { injectMakerText } from '../engines/maker-text.ts';
import { Icon } from '../icon/icon.ts';
import { dateFormat } from '../language/formats.ts';
import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import { DownloadLink } from '../media/actions/download-link.ts';
import { lengthText } from '../media/medium-facts.ts';
import { MAY_MOVE } from '../media/player/play-in-view.ts';
import { StarButton } from '../media/actions/star-button.ts';
import { MediaCache } from '../media-cache/media-cache.ts';
import { Thumbnail } from '../media/thumbnail.ts';
import { MENU_TRIGGER } from '../overlays/menu-trigger.ts';
import { WorkSelection } from './selection/work-selection.ts';
import { injectWorkNames } from './work-caption.ts';
import type { Work } from './collect-works.ts';

/** A finished clip or still with what was asked, when it was made, and what can be done with it. */
@Component({
  selector: 'kitten-work-card',
  imports: [DownloadLink, Icon, MatIconButton, MENU_TRIGGER, StarButton, Thumbnail],
  templateUrl: './work-card.html',
  styleUrl: './work-card.scss',
})
export class WorkCard {
  private readonly language = inject(Language);
  private readonly mediaCache = inject(MediaCache);
  private readonly mayMove = inject(MAY_MOVE);

  readonly work = input.required<Work>();
  /** What can be done with a work; one for all of them. It is told which by its data. */
  readonly menu = input.required<MatMenu>();
  /** The person wants to see it large. */
  readonly opened = output();

  private readonly makerText = injectMakerText();
  private readonly names = injectWorkNames();
  protected readonly text = injectText();
  protected readonly selection = inject(WorkSelection);
  protected readonly isChosen = computed(() => this.selection.ids().has(this.work().id));
  protected readonly action = computed(() => {
    if (this.selection.isOn()) return 'gallery.choose';
    return this.work().kind === 'video' ? 'gallery.play' : 'media.open';
  });
  protected readonly choiceIcon = mdiCheckboxBlankCircleOutline;
  protected readonly chosenIcon = mdiCheckCircle;
  protected readonly playIcon = mdiPlay;
  protected readonly menuIcon = mdiDotsVertical;
  protected readonly keptIcon = mdiContentSaveCheckOutline;
  protected readonly caption = computed(() => this.names.captionOf(this.work()));
  protected readonly isKept = computed(() => {
    const { url } = this.work().message;
    return url !== undefined && this.mediaCache.has(url);
  });
  protected readonly length = computed(() => {
    const { message } = this.work();
    if (message.type !== 'video' || message.durationMs === undefined) return null;
    return lengthText(message.durationMs, this.language.current());
  });
  protected readonly maker = computed(() => {
    const { message } = this.work();
    return message.type === 'video' ? this.makerText(message.madeWith) : null;
  });
  /** Whether a pointer rests on its picture, which then moves. */
  protected readonly isPointedAt = signal(false);
  protected readonly time = computed(() => {
    const made = new Date(this.work().at);
    const isThisYear = made.getFullYear() === new Date().getFullYear();
    return dateFormat(this.language.current(), {
      ...(!isThisYear && { year: 'numeric' }),
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }).format(made);
  });

  protected open(): void {
    if (this.selection.isOn()) this.selection.toggle(this.work().id);
    else this.opened.emit();
  }

  /** A finger means to open it. */
  protected point({ pointerType }: PointerEvent): void {
    this.isPointedAt.set(pointerType === 'mouse' && this.work().kind === 'video' && this.mayMove());
  }
}
