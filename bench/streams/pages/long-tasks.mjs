/**
 * Notes the longest task of a page in `longestTaskMs`. It is not imported but sent into a page that is not ours to
 * build, so it refers to nothing else here. Tasks below 50 ms are not reported to anybody, and disturb nobody.
 */
export function observeLongTasks() {
  globalThis.longestTaskMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      globalThis.longestTaskMs = Math.max(globalThis.longestTaskMs, duration);
    }
  }).observe({ type: 'longtask' });
}
