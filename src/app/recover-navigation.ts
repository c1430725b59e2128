import { Location } from '@angular/common';
import { DOCUMENT, inject, InjectionToken } from '@angular/core';
import { type NavigationError, Router } from '@angular/router';

import { Notices } from './shell/notices.ts';

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

/**
 * A part of the application that can't be fetched is most often one of an older build: a full load of the page brings
 * the new one. Only where the server answers, because the browser's own error page would take the conversation away,
 * and only once: a page whose first part fails is not helped by another load.
 */
export async function recoverNavigation({ url }: NavigationError): Promise<void> {
  const loader = inject(PAGE_LOADER);
  const notices = inject(Notices);
  const address = inject(Location).prepareExternalUrl(url);
  const isFirst = !inject(Router).navigated;
  if (!isFirst && (await loader.canLoad(address).catch(() => false))) loader.load(address);
  else notices.show('页面暂时无法打开，请稍后再试');
}
