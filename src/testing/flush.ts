/**
 * Resolves after everything that is due by now has run: one task of the event loop later, however many microtasks
 * that takes. A mocked `jasmine.clock()` does not hold it up.
 */
export function flush(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
