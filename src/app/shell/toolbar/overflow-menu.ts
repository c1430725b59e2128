import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { mdiCheck, mdiCogOutline, mdiDotsVertical, mdiKeyboardOutline, mdiAccountSyncOutline } from '@mdi/js';

import { injectLanguageChoice } from '../../choices/language-choice.ts';
import { injectThemeChoice } from '../../choices/theme-choice.ts';
import { Icon } from '../../icon/icon.ts';
import { injectText } from '../../language/text.ts';
import { MENU_TRIGGER } from '../../overlays/menu-trigger.ts';
import { ShortcutSheetOpener } from '../../shortcuts/shortcut-sheet-opener.ts';
import { CodeRefresh } from '../../user-code/code-refresh.ts';
import { OverlayRegion } from './overlay-region.ts';

/** Everything that a narrow toolbar has no room for. */
@Component({
  selector: 'kitten-overflow-menu',
  imports: [Icon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MENU_TRIGGER, RouterLink],
  templateUrl: './overflow-menu.html',
  host: { class: 'kitten-toolbar-menu' },
})
export class OverflowMenu {
  private readonly theme = injectThemeChoice();
  private readonly language = injectLanguageChoice();

  protected readonly codeRefresh = inject(CodeRefresh);
  protected readonly shortcutSheet = inject(ShortcutSheetOpener);
  protected readonly text = injectText();
  protected readonly choices = computed(() => [this.theme(), this.language()]);
  protected readonly icons = {
    more: mdiDotsVertical,
    refresh: mdiAccountSyncOutline,
    settings: mdiCogOutline,
    shortcuts: mdiKeyboardOutline,
    check: mdiCheck,
  };

  constructor() {
    inject(OverlayRegion);
  }
}
