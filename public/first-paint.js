try {
  const { document, localStorage, location, navigator } = globalThis;
  const root = document.documentElement;
  root.dataset.theme = localStorage.getItem('ask-kitten.theme') ?? 'system';
  const tags = [localStorage.getItem('ask-kitten.language') ?? '', ...navigator.languages];
  root.lang = /^en/i.test(tags.find((tag) => /^(zh|en)(-|$)/i.test(tag)) ?? '') ? 'en' : 'zh-CN';
  const isStart = location.pathname === new globalThis.URL(document.baseURI).pathname;
  if (isStart && localStorage.getItem('ask-kitten.user-code') === null) root.dataset.firstPaint = '';
} catch {
  /* Blocked. */
}
