import { Location } from '@angular/common';
import { DOCUMENT, inject, InjectionToken } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';

import { injectText } from './language/text.ts';
import type { TextSource } from './language/texts.ts';
import { Notices } from './notices/notices.ts';

/** Leaves the page for another address of its origin. */
export interface PageLoader {
  /** Resolves with whether the server has the page; rejects where it does not answer. */
  canLoad(address: string): Promise<boolean>;
  load(address: string): void;
}

/** How a page is loaded in full. */
export const PAGE_LOADER = new InjectionToken<PageLoader>('PAGE_LOADER', {
  factory: () => {
    const { defaultView } = inject(DOCUMENT);
    return {
      canLoad: async (address) => {
        const answer = await fetch(address, { method: 'HEAD', cache: 'no-store', headers: { accept: 'text/html' } });
        return answer.ok;
      },
      load: (address) => defaultView?.location.assign(address),
    };
  },
});

/** Where people are taken whose page can't be opened. It is part of the first load, and so always there. */
const HOME = '/';

/**
 * A part of the application that can't be fetched is most often one of an older build: a full load of the page brings
 * the new one. Only where the server answers, because the browser's own error page would take the conversation away,
 * and only once: a page whose first part fails is not helped by another load, and the conversation is shown instead.
 */
export function recoverNavigation({ url }: NavigationError): RedirectCommand | undefined {
  const router = inject(Router);
  const text = injectText();
  if (router.navigated) {
    void loadInFull(inject(Location).prepareExternalUrl(url), inject(PAGE_LOADER), inject(Notices), text);
    return undefined;
  }
  inject(Notices).show(text('shell.pageFailed'));
  return url === HOME ? undefined : new RedirectCommand(router.parseUrl(HOME));
}

async function loadInFull(address: string, loader: PageLoader, notices: Notices, text: TextSource): Promise<void> {
  if (await loader.canLoad(address).catch(() => false)) loader.load(address);
  else notices.show(text('shell.pageFailed'));
}
