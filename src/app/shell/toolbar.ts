import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatToolbar } from '@angular/material/toolbar';
import { RouterLink, RouterLinkActive } from '@angular/router';

import { CurrentConversation } from '../history/current-conversation.ts';
import { injectText } from '../language/text.ts';
import { ConnectionStatus } from './connection-status.ts';
import { UserCodeControls } from './user-code-controls.ts';

/** The line at the top: the name, the pages, the connection and the user code. */
@Component({
  selector: 'kitten-toolbar',
  imports: [ConnectionStatus, MatButton, MatToolbar, RouterLink, RouterLinkActive, UserCodeControls],
  template: `
    <mat-toolbar>
      <img src="favicon.svg" alt="" width="32" height="32" />
      <span class="name">{{ text('shell.appName') }}</span>
      <nav aria-label="页面">
        <a
          matButton
          [routerLink]="chatPath()"
          routerLinkActive="open"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{ exact: true }"
          >{{ text('shell.chat') }}</a
        >
        <a matButton routerLink="/gallery" routerLinkActive="open" ariaCurrentWhenActive="page">{{ text('shell.gallery') }}</a>
      </nav>
      <span class="space"></span>
      <kitten-connection-status />
      <kitten-user-code-controls />
    </mat-toolbar>
  `,
  styleUrl: './toolbar.scss',
})
export class Toolbar {
  protected readonly text = injectText();
  /** Back to the conversation that was open. */
  protected readonly chatPath = inject(CurrentConversation).path;
}
