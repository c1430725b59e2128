import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { RouterLink } from '@angular/router';

import { WebSocketService } from '../../services/index.ts';
import { SendKey } from '../chat/composer/send-key.ts';
import { Icon } from '../icon/icon.ts';
import { Language } from '../language/language.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../language/languages.ts';
import { injectText } from '../language/text.ts';
import { THEME_CHOICES } from '../shell/choices.ts';
import { ShelfSettings } from '../shelf/shelf-settings.ts';
import { ShortcutSheetOpener } from '../shortcuts/shortcut-sheet-opener.ts';
import { Shortcuts } from '../shortcuts/shortcuts.ts';
import { Theme } from '../theme/theme.ts';
import { NotificationSettings } from './notification-settings.ts';
import { VERSION } from './version.ts';

/** The page 设置: what a person may choose for this browser, each effective at once. */
@Component({
  selector: 'kitten-settings',
  imports: [
    AsyncPipe,
    Icon,
    MatButton,
    MatButtonToggle,
    MatButtonToggleGroup,
    MatSlideToggle,
    NotificationSettings,
    RouterLink,
    ShelfSettings,
  ],
  templateUrl: './settings.html',
  styleUrl: './settings.scss',
})
export class Settings {
  private readonly socket = inject(WebSocketService);

  protected readonly language = inject(Language);
  protected readonly theme = inject(Theme);
  protected readonly sendKey = inject(SendKey);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly shortcutSheet = inject(ShortcutSheetOpener);
  protected readonly text = injectText();
  protected readonly tags = LANGUAGES;
  protected readonly names = LANGUAGE_NAMES;
  protected readonly themes = THEME_CHOICES;
  protected readonly version = VERSION;
  protected readonly welcome$ = this.socket.welcome$;
  protected readonly endpoint$ = this.socket.endpoint$;
}
