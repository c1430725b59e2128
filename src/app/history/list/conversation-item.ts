import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import {
  mdiCodeJson,
  mdiDeleteOutline,
  mdiDotsHorizontal,
  mdiFolderZipOutline,
  mdiLanguageMarkdownOutline,
  mdiPencilOutline,
  mdiPinOffOutline,
  mdiPinOutline,
} from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { isComposing } from '../../input-method/is-composing.ts';
import { GrowingText } from '../../language/growing-text.ts';
import { injectText } from '../../language/text.ts';
import { Poster } from '../../media/poster.ts';
import { MENU_TRIGGER } from '../../overlays/menu-trigger.ts';
import type { ListedConversation } from '../conversations.ts';
import type { ExportFormat } from '../export/exporter.ts';

/** A line of the list: a conversation's name, what it does, and what can be done with it. */
@Component({
  selector: 'kitten-conversation-item',
  imports: [GrowingText, Icon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MENU_TRIGGER, Poster, RouterLink],
  templateUrl: './conversation-item.html',
  styleUrl: './conversation-item.scss',
})
export class ConversationItem {
  private readonly injector = inject(Injector);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly link = viewChild<ElementRef<HTMLAnchorElement>>('link');

  readonly conversation = input.required<ListedConversation>();
  /** Whether it is the one that is shown. */
  readonly isOpen = input.required<boolean>();
  /** The person goes there. */
  readonly opened = output();
  /** The person gives it a name. */
  readonly renamed = output<string>();
  /** The person wants it at the top of the list, or no longer. */
  readonly pinToggled = output();
  /** The person wants it as a file. */
  readonly exported = output<ExportFormat>();
  /** The person wants it gone. */
  readonly removed = output();

  protected readonly text = injectText();
  protected readonly isPinned = computed(() => this.conversation().pinnedAt !== undefined);
  protected readonly pinIcon = computed(() => (this.isPinned() ? mdiPinOffOutline : mdiPinOutline));
  protected readonly isNaming = signal(false);
  protected readonly title = computed(() => {
    const { title, opening } = this.conversation();
    return title ?? opening ?? this.text('history.untitled');
  });
  protected readonly icons = { more: mdiDotsHorizontal, rename: mdiPencilOutline, remove: mdiDeleteOutline } as const;
  protected readonly formats = [
    { name: 'markdown', label: 'history.exportMarkdown', icon: mdiLanguageMarkdownOutline },
    { name: 'json', label: 'history.exportJson', icon: mdiCodeJson },
    { name: 'zip', label: 'history.exportZip', icon: mdiFolderZipOutline },
  ] as const;

  /** Puts the cursor on the line. */
  focus(): void {
    this.link()?.nativeElement.focus();
  }

  protected startNaming(): void {
    this.isNaming.set(true);
    // After the menu has given its focus back.
    afterNextRender(() => setTimeout(() => this.field()?.nativeElement.select()), { injector: this.injector });
  }

  protected finish(event: Event): void {
    // Enter also ends a composition: the name is not finished then.
    if (event instanceof KeyboardEvent && isComposing(event)) return;
    this.save();
    this.returnToLink();
  }

  protected cancel(event: Event): void {
    // A drawer around the list would close as well.
    event.stopPropagation();
    // Escape also ends a composition, and that only: the name stays.
    if (event instanceof KeyboardEvent && isComposing(event)) return;
    this.isNaming.set(false);
    this.returnToLink();
  }

  protected save(): void {
    const name = this.field()?.nativeElement.value;
    if (!this.isNaming() || name === undefined) return;
    this.isNaming.set(false);
    const { title, opening } = this.conversation();
    if (name !== (title ?? opening ?? '')) this.renamed.emit(name);
  }

  private returnToLink(): void {
    afterNextRender(() => this.focus(), { injector: this.injector });
  }
}
