// Runs before the first paint, so that a page in the dark does not begin with a flash of white.
try {
  globalThis.document.documentElement.dataset.theme = globalThis.localStorage.getItem('ask-kitten.theme') ?? 'system';
} catch {
  // With cookies blocked there is no choice to keep to.
}
