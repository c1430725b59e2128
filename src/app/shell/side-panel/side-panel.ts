import { afterRenderEffect, Component, type ElementRef, inject, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { RouterLink, RouterLinkActive } from '@angular/router';
import {
  mdiChatOutline,
  mdiCogOutline,
  mdiDockLeft,
  mdiImageMultipleOutline,
  mdiKeyboardOutline,
  mdiStethoscope,
} from '@mdi/js';

import { CurrentConversation } from '../../history/current-conversation.ts';
import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { injectText } from '../../language/text.ts';
import { ShortcutSheetOpener } from '../../shortcuts/shortcut-sheet-opener.ts';
import { CurrentPage } from '../current-page.ts';
import { SidePanelState } from './side-panel-state.ts';

/**
 * The way between the pages, and room for what else leads somewhere, which is put between its tags. Beside the page
 * where there is room; over it where there is not, and then the page is out of reach until Esc or a click beside it.
 */
@Component({
  selector: 'kitten-side-panel',
  imports: [Icon, Label, MatIconButton, RouterLink, RouterLinkActive],
  templateUrl: './side-panel.html',
  styleUrl: './side-panel.scss',
  host: {
    '[class.open]': 'panel.isOpen()',
    '[class.modal]': 'panel.isModal()',
    '(keydown.escape)': 'leaveByKey($event)',
  },
})
export class SidePanel {
  private readonly shortcutSheet = inject(ShortcutSheetOpener);
  private readonly surface = viewChild.required<ElementRef<HTMLElement>>('surface');

  protected readonly panel = inject(SidePanelState);
  protected readonly isChat = inject(CurrentPage).isChat;
  /** Back to the conversation that was open. */
  protected readonly chatPath = inject(CurrentConversation).path;
  protected readonly text = injectText();
  protected readonly icons = {
    chat: mdiChatOutline,
    gallery: mdiImageMultipleOutline,
    diagnostics: mdiStethoscope,
    settings: mdiCogOutline,
    shortcuts: mdiKeyboardOutline,
    panel: mdiDockLeft,
  };

  constructor() {
    afterRenderEffect(() => {
      if (this.panel.isModal()) this.surface().nativeElement.focus();
    });
  }

  protected leaveByKey(event: Event): void {
    if (!this.panel.isModal() || event.defaultPrevented) return;
    event.preventDefault();
    this.panel.uncover();
  }

  protected showShortcuts(): void {
    this.panel.uncover();
    void this.shortcutSheet.openSheet();
  }
}
