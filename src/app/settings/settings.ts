import { AsyncPipe } from '@angular/common';
import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { RouterLink } from '@angular/router';

import { WebSocketService } from '../../services/index.ts';
import { ChoiceToggles } from '../choices/choice-toggles.ts';
import { injectLanguageChoice } from '../choices/language-choice.ts';
import { injectSendKeyChoice } from '../choices/send-key-choice.ts';
import { injectThemeChoice } from '../choices/theme-choice.ts';
import { Engines } from '../engines/engines.ts';
import { injectText } from '../language/text.ts';
import { Installation } from '../offline/installation.ts';
import { MovingSettings } from '../moving/moving-settings.ts';
import { OtherDevice } from '../moving/other-device.ts';
import { MediaCacheSettings } from '../media-cache/media-cache-settings.ts';
import { ShortcutSheetOpener } from '../shortcuts/shortcut-sheet-opener.ts';
import { Shortcuts } from '../shortcuts/shortcuts.ts';
import { CodeRefresh } from '../user-code/code-refresh.ts';
import { UserCodeView } from '../user-code/user-code-view.ts';
import { NotificationSettings } from './notification-settings.ts';
import { Spending } from './spending.ts';
import { VERSION } from './version.ts';

/** The page 设置: what a person may choose for this browser, each effective at once. */
@Component({
  selector: 'kitten-settings',
  imports: [
    AsyncPipe,
    ChoiceToggles,
    MatButton,
    MatSlideToggle,
    MovingSettings,
    NotificationSettings,
    OtherDevice,
    RouterLink,
    MediaCacheSettings,
    Spending,
    UserCodeView,
  ],
  templateUrl: './settings.html',
  styleUrl: './settings.scss',
})
export class Settings {
  private readonly socket = inject(WebSocketService);
  private readonly language = injectLanguageChoice();
  private readonly theme = injectThemeChoice();
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  protected readonly choices = computed(() => [this.language(), this.theme()]);
  protected readonly sendKey = injectSendKeyChoice();
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly codeRefresh = inject(CodeRefresh);
  protected readonly engines = inject(Engines);
  protected readonly installation = inject(Installation);
  protected readonly shortcutSheet = inject(ShortcutSheetOpener);
  protected readonly text = injectText();
  protected readonly version = VERSION;
  protected readonly welcome$ = this.socket.welcome$;
  protected readonly endpoint$ = this.socket.endpoint$;

  protected async install(): Promise<void> {
    await this.installation.install();
    // An offer can be used once, and its button is gone with it.
    this.title().nativeElement.focus();
  }
}
