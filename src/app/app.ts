import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

import { UpdateNotice } from './offline/update-notice.ts';
import { ConnectionBanner } from './shell/connection-banner.ts';
import { EncryptionWarning } from './shell/encryption-warning.ts';
import { Notice } from './shell/notice.ts';
import { Toolbar } from './shell/toolbar.ts';

/** The frame around every page: what the connection does, and the way between the pages. */
@Component({
  selector: 'kitten-root',
  imports: [ConnectionBanner, EncryptionWarning, Notice, RouterOutlet, Toolbar, UpdateNotice],
  template: `
    <header>
      <kitten-toolbar />
      <kitten-encryption-warning />
      <kitten-connection-banner />
      <kitten-update-notice />
    </header>
    <main><router-outlet /></main>
    <kitten-notice />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      height: 100vh;
      height: 100dvh;
      padding: 0 env(safe-area-inset-right) 0 env(safe-area-inset-left);
    }
    header {
      flex: none;
    }
    main {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-height: 0;
    }
  `,
})
export class App {}
