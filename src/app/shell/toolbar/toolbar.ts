import { afterRenderEffect, Component, computed, ElementRef, inject, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatToolbar } from '@angular/material/toolbar';
import { mdiMenu } from '@mdi/js';

import { injectLanguageChoice } from '../../choices/language-choice.ts';
import { injectThemeChoice } from '../../choices/theme-choice.ts';
import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { ConnectionStatus } from '../../connection/connection-status.ts';
import { FirstTry } from '../../connection/first-try.ts';
import { mediaQuery } from '../media-query.ts';
import { PageTitle } from '../page-title.ts';
import { CurrentPage } from '../current-page.ts';
import { SidePanelState } from '../side-panel/side-panel-state.ts';
import { ChoiceMenu } from './choice-menu.ts';
import { OverflowMenu } from './overflow-menu.ts';
import { RefreshCodeButton } from '../../user-code/refresh-code-button.ts';

/** The line at the top: the way to the panel, what is open, the connection and what one may choose. */
@Component({
  selector: 'kitten-toolbar',
  imports: [ChoiceMenu, ConnectionStatus, Icon, Label, MatIconButton, MatToolbar, OverflowMenu, RefreshCodeButton],
  template: `
    <mat-toolbar [class.alone]="isAlone()">
      @if (isAlone()) {
        <button
          #menu
          matIconButton
          type="button"
          aria-haspopup="true"
          [attr.aria-expanded]="panel.isOpen()"
          [kittenLabel]="text('shell.openPanel')"
          (click)="panel.toggle()"
        >
          <kitten-icon [path]="menuIcon" />
        </button>
      }
      <span class="name" dir="auto">{{ name() }}</span>
      <kitten-connection-status />
      <span class="menus" [class.roomy]="isRoomy()">
        @defer (when firstTry.isOver()) {
          @if (isRoomy()) {
            @if (texts.hasAll()) {
              <kitten-refresh-code-button />
            }
            <kitten-choice-menu [choice]="language()" />
            <kitten-choice-menu [choice]="theme()" />
          } @else {
            <kitten-overflow-menu />
          }
        }
      </span>
    </mat-toolbar>
  `,
  styleUrl: './toolbar.scss',
})
export class Toolbar {
  private readonly menu = viewChild<MatIconButton, ElementRef<HTMLElement>>('menu', { read: ElementRef });
  private wasModal = false;

  private readonly isChat = inject(CurrentPage).isChat;
  private readonly title = inject(PageTitle);

  protected readonly panel = inject(SidePanelState);
  protected readonly firstTry = inject(FirstTry);
  protected readonly texts = inject(Language);
  /** Whether the panel, which has the application's name, is not beside it. */
  protected readonly isAlone = computed(() => !this.panel.isOpen() || this.panel.isModal());
  /** A conversation has no other heading than this; the other pages have theirs. */
  protected readonly name = computed(() => {
    const appName = this.text('shell.appName');
    const name = this.isChat() ? this.title.heading() : appName;
    return name === appName && !this.isAlone() ? '' : name;
  });
  protected readonly text = injectText();
  protected readonly isRoomy = mediaQuery('(width >= 720px)');
  protected readonly language = injectLanguageChoice();
  protected readonly theme = injectThemeChoice();
  protected readonly menuIcon = mdiMenu;

  constructor() {
    // Who closes the panel goes back to where it was opened, unless something else has taken the focus since.
    afterRenderEffect(() => {
      const isModal = this.panel.isModal();
      if (this.wasModal && !isModal && !document.querySelector('main :focus')) this.menu()?.nativeElement.focus();
      this.wasModal = isModal;
    });
  }
}
