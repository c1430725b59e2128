import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router, type UrlMatcher } from '@angular/router';

import { CurrentConversation } from './current-conversation.ts';
import { HISTORY_STORE } from './store/history-token.ts';

/** The address of the chat: `/` for a conversation that has not begun, `/c/ID` for one that has. One route for both. */
export const matchConversation: UrlMatcher = (segments) => {
  const [prefix, id] = segments;
  if (prefix === undefined) return { consumed: [] };
  if (prefix.path !== 'c' || id === undefined || segments.length > 2) return null;
  return { consumed: segments, posParams: { conversation: id } };
};

/**
 * Whoever opens the application, by its address or from the home screen, goes on where they were: what they wait for
 * is there. A reload of a new conversation stays one, and so does every later way to `/`.
 */
export const restoreLast: CanActivateFn = async ({ params }) => {
  const router = inject(Router);
  const current = inject(CurrentConversation);
  const store = inject(HISTORY_STORE);
  if (router.navigated || params['conversation'] !== undefined || hasBeenHere()) return true;
  const conversations = await store.conversations();
  if (conversations.length === 0) current.awaitFirst();
  const [last] = conversations.toSorted((one, other) => (other.seenAt ?? 0) - (one.seenAt ?? 0));
  return last === undefined ? true : new RedirectCommand(router.createUrlTree(['/c', last.id]), { replaceUrl: true });
};

/** The router leaves its mark on every entry of the browser's history. */
function hasBeenHere(): boolean {
  return (globalThis.history.state as { readonly navigationId?: number } | null)?.navigationId !== undefined;
}
