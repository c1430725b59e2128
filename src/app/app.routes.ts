import { inject } from '@angular/core';
import type { CanActivateFn, Routes } from '@angular/router';

import { Chat } from './chat/chat.ts';
import { matchConversation, restoreLast } from './history/conversation-route.ts';
import { SHOWS_CONVERSATION } from './history/current-conversation.ts';
import { Language } from './language/language.ts';
import { injectText } from './language/text.ts';
import type { PlainTextKey } from './language/texts.ts';
import { Notices } from './notices/notices.ts';

/** An address that leads nowhere is no reason to be left alone with another page. */
function leaveUnknownPage(): string {
  inject(Notices).show(injectText()('shell.pageUnknown'));
  return '/';
}

/** A page opens with its texts. */
const withTexts: CanActivateFn = async () => {
  await inject(Language).loadAll();
  return true;
};

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
    canActivate: [withTexts],
    title: 'shell.gallery' satisfies PlainTextKey,
  },
  {
    path: 'diagnostics',
    loadComponent: () => import('./diagnostics/diagnostics.ts').then(({ Diagnostics }) => Diagnostics),
    canActivate: [withTexts],
    title: 'shell.diagnostics' satisfies PlainTextKey,
  },
  {
    path: 'settings',
    loadComponent: () => import('./settings/settings.ts').then(({ Settings }) => Settings),
    canActivate: [withTexts],
    title: 'shell.settings' satisfies PlainTextKey,
  },
  { path: '**', redirectTo: leaveUnknownPage },
];
