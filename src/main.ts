import { bootstrapApplication } from '@angular/platform-browser';

import { App } from './app/app.ts';
import { appConfig } from './app/app.config.ts';

ignoreResizeLoop();
bootstrapApplication(App, appConfig).catch((error: unknown) => {
  console.error(error);
});

/**
 * Lets pass without a word that sizes were told a frame late. A list measures its rows, and what it learns changes
 * others, whose sizes are told in the next frame: browsers report that as an error, though nothing is lost.
 */
function ignoreResizeLoop(): void {
  const ignore = (event: Event): void => {
    // Pictures and clips that fail to load pass here too, as events of another kind.
    if (!(event instanceof ErrorEvent) || !event.message.startsWith('ResizeObserver loop')) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  window.addEventListener('error', ignore, { capture: true });
}
