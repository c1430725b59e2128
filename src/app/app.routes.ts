import type { Routes } from '@angular/router';

import { Chat } from './chat/chat.ts';

/** The two pages: 聊天, and 作品 which loads when it is first opened. */
export const routes: Routes = [
  { path: '', component: Chat, title: '问小猫' },
  { path: 'gallery', loadComponent: () => import('./gallery/gallery.ts').then(({ Gallery }) => Gallery), title: '作品 · 问小猫' },
  { path: '**', redirectTo: '' },
];
