import type { Routes } from '@angular/router';

import { Chat } from './chat/chat.ts';
import { matchConversation, restoreLast } from './history/conversation-route.ts';
import { SHOWS_CONVERSATION } from './history/current-conversation.ts';
import type { PlainTextKey } from './language/texts.ts';

/** The pages: 聊天, and the others, which load when they are first opened. A `title` is the name of a text. */
export const routes: Routes = [
  {
    matcher: matchConversation,
    component: Chat,
    canActivate: [restoreLast],
    data: { [SHOWS_CONVERSATION]: true },
    title: 'shell.appName' satisfies PlainTextKey,
  },
  {
    path: 'gallery',
    loadComponent: () => import('./gallery/gallery.ts').then(({ Gallery }) => Gallery),
    title: 'shell.gallery' satisfies PlainTextKey,
  },
  {
    path: 'diagnostics',
    loadComponent: () => import('./diagnostics/diagnostics.ts').then(({ Diagnostics }) => Diagnostics),
    title: 'shell.diagnostics' satisfies PlainTextKey,
  },
  {
    path: 'settings',
    loadComponent: () => import('./settings/settings.ts').then(({ Settings }) => Settings),
    title: 'shell.settings' satisfies PlainTextKey,
  },
  { path: '**', redirectTo: '' },
];
