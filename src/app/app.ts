import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';

import { AccessGate } from './access/access-gate.ts';
import { AccessPage } from './access/access-page.ts';
import { CurrentConversation } from './history/current-conversation.ts';
import { ConversationList } from './history/list/conversation-list.ts';
import { injectText } from './language/text.ts';
import { UpdateNotice } from './offline/update-notice.ts';
import { ConnectionBanner } from './connection/connection-banner.ts';
import { FirstTry } from './connection/first-try.ts';
import { EncryptionWarning } from './connection/encryption-warning.ts';
import { Notice } from './notices/notice.ts';
import { FrameParts } from './shell/frame-parts.ts';
import { SidePanelState } from './shell/side-panel/side-panel-state.ts';
import { SidePanel } from './shell/side-panel/side-panel.ts';
import { Toolbar } from './shell/toolbar/toolbar.ts';
import { VisibleViewport } from './shell/visible-viewport.ts';
import { injectShortcut } from './shortcuts/shortcuts.ts';
import { ShortcutSheetOpener } from './shortcuts/shortcut-sheet-opener.ts';

/** The frame around every page: the way between the pages, and what the connection does. */
@Component({
  selector: 'kitten-root',
  imports: [
    AccessPage,
    ConnectionBanner,
    ConversationList,
    EncryptionWarning,
    Notice,
    RouterOutlet,
    SidePanel,
    Toolbar,
    UpdateNotice,
  ],
  hostDirectives: [VisibleViewport],
  template: `
    <a class="skip" href="#main" (click)="$event.preventDefault(); skip()">{{ text('shell.skip') }}</a>
    @if (parts.has('panel')) {
      <kitten-side-panel [inert]="gate.isShut()">
        @defer (when firstTry.isOver()) {
          <kitten-conversation-list (opened)="panel.uncover()" />
        }
      </kitten-side-panel>
    }
    @if (parts.has('page')) {
      <div class="beside" [inert]="panel.isModal() || gate.isShut()">
        <header>
          <kitten-toolbar />
          @defer (when firstTry.isOver()) {
            <kitten-encryption-warning />
            <kitten-connection-banner />
            <kitten-update-notice />
          }
        </header>
        <main #main id="main" tabindex="-1"><router-outlet /></main>
      </div>
    }
    @defer (when firstTry.isOver()) {
      <kitten-notice />
    }
    @defer (when gate.isShut()) {
      @if (gate.isShut()) {
        <kitten-access-page />
      }
    }
  `,
  styleUrl: './app.scss',
})
export class App {
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  protected readonly text = injectText();
  protected readonly panel = inject(SidePanelState);
  protected readonly firstTry = inject(FirstTry);
  protected readonly gate = inject(AccessGate);
  protected readonly parts = inject(FrameParts);

  constructor() {
    const sheet = inject(ShortcutSheetOpener);
    injectShortcut({
      keys: ['?', 'Mod+/'],
      description: 'settings.showShortcuts',
      run: () => void sheet.openSheet(),
      over: '.kitten-viewer',
    });
    injectShortcut({
      keys: ['Mod+B'],
      description: 'settings.togglePanel',
      run: () => this.panel.toggle(),
      over: 'kitten-side-panel',
    });
    const conversation = inject(CurrentConversation);
    injectShortcut({
      keys: ['Mod+Shift+O'],
      description: 'shell.newConversation',
      run: () => void conversation.openConversation(null),
    });
    injectShortcut({ keys: ['Escape'], description: 'settings.leave' });
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map(({ urlAfterRedirects }) => /^\/\w*/.exec(urlAfterRedirects)?.[0]),
        distinctUntilChanged(),
        skip(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.enterPage());
  }

  /** To where people write, or else to what they read. */
  protected skip(): void {
    const main = this.main().nativeElement;
    (main.querySelector('textarea') ?? main).focus();
  }

  /** Who comes to another page by the keyboard goes on from there, and not from the link that led to it. */
  private enterPage(): void {
    const main = this.main().nativeElement;
    if (!main.contains(document.activeElement)) main.focus({ preventScroll: true });
  }
}
