import { AsyncPipe } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { mdiCheck, mdiCogOutline, mdiContentCopy, mdiDotsVertical, mdiKeyboardOutline, mdiRefresh } from '@mdi/js';

import { WebSocketService } from '../../../services/index.ts';
import { injectLanguageChoice } from '../../choices/language-choice.ts';
import { injectThemeChoice } from '../../choices/theme-choice.ts';
import { Icon } from '../../icon/icon.ts';
import { injectText } from '../../language/text.ts';
import { ShortcutSheetOpener } from '../../shortcuts/shortcut-sheet-opener.ts';
import { CodeCopy } from '../../user-code/code-copy.ts';
import { CodeRefresh } from '../../user-code/code-refresh.ts';
import { ShortCodePipe } from '../../user-code/short-code.ts';
import { OverlayRegion } from './overlay-region.ts';

/** Everything that a narrow toolbar has no room for. */
@Component({
  selector: 'kitten-overflow-menu',
  imports: [
    AsyncPipe,
    Icon,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    RouterLink,
    ShortCodePipe,
  ],
  templateUrl: './overflow-menu.html',
  host: { class: 'kitten-toolbar-menu' },
})
export class OverflowMenu {
  private readonly theme = injectThemeChoice();
  private readonly language = injectLanguageChoice();

  protected readonly codeCopy = inject(CodeCopy);
  protected readonly codeRefresh = inject(CodeRefresh);
  protected readonly shortcutSheet = inject(ShortcutSheetOpener);
  protected readonly text = injectText();
  protected readonly code$ = inject(WebSocketService).userCode$;
  protected readonly choices = computed(() => [this.theme(), this.language()]);
  protected readonly icons = {
    more: mdiDotsVertical,
    copy: mdiContentCopy,
    refresh: mdiRefresh,
    settings: mdiCogOutline,
    shortcuts: mdiKeyboardOutline,
    check: mdiCheck,
  };

  constructor() {
    inject(OverlayRegion);
  }
}
