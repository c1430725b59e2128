import { afterFirstPaint } from './app/after-first-paint.ts';
import { nextTask } from './app/next-task.ts';

ignoreResizeLoop();
afterFirstPaint()
  // A part of the application with little but Angular in it: what is evaluated at once is half as much.
  .then(() => import('./app/icon/icon.ts'))
  .then(nextTask)
  .then(() => import('./app/start.ts'))
  .then(({ start }) => start())
  .catch((error: unknown) => {
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
