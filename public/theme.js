try {
  globalThis.document.documentElement.dataset.theme = globalThis.localStorage.getItem('ask-kitten.theme') ?? 'system';
} catch {
  /* Blocked. */
}
