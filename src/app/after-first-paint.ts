/** A window that is seen is painted within that, in milliseconds; one that is not may never be. */
const LONGEST_MS = 500;

/**
 * Waits until the screen of a first visit, which `index.html` has, is painted: once the application runs, nothing else
 * does for a moment. Nobody else waits for anything.
 */
export async function afterFirstPaint(): Promise<void> {
  if (document.documentElement.dataset['firstPaint'] === undefined || document.hidden) return;
  await new Promise<void>((resolve) => {
    setTimeout(resolve, LONGEST_MS);
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}
