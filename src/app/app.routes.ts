import type { Routes } from '@angular/router';

import { Chat } from './chat/chat.ts';
import { matchConversation, restoreLast } from './history/conversation-route.ts';
import { SHOWS_CONVERSATION } from './history/current-conversation.ts';

/** The two pages: 聊天, and 作品 which loads when it is first opened. */
export const routes: Routes = [
  {
    matcher: matchConversation,
    component: Chat,
    canActivate: [restoreLast],
    data: { [SHOWS_CONVERSATION]: true },
    title: '问小猫',
  },
  { path: 'gallery', loadComponent: () => import('./gallery/gallery.ts').then(({ Gallery }) => Gallery), title: '作品 · 问小猫' },
  { path: '**', redirectTo: '' },
];
