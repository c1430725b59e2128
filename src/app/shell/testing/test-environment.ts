import { inject, NgModule, provideAppInitializer } from '@angular/core';
import { getTestBed } from '@angular/core/testing';
import { BrowserTestingModule, platformBrowserTesting } from '@angular/platform-browser/testing';
import { TranslocoService } from '@jsverse/transloco';

import { TAB_CHANNEL } from '../../history/history-channel.ts';
import { HISTORY_STORE } from '../../history/store/history-token.ts';
import { MemoryHistoryStore } from '../../history/store/memory-history-store.ts';
import { provideLanguage } from '../../language/provide-language.ts';
import { zh } from '../../language/zh/index.ts';

/** What every spec has without asking: the application's texts, and a history of its own. */
@NgModule({
  providers: [
    provideLanguage(),
    // A page that is made without its route has its texts all the same.
    provideAppInitializer(() => inject(TranslocoService).setTranslation(zh, 'zh-CN')),
    { provide: HISTORY_STORE, useFactory: () => new MemoryHistoryStore() },
    { provide: TAB_CHANNEL, useValue: null },
  ],
})
class SpecModule {}

// Jasmine would report the ResizeObserver loop that the application ignores (`ignoreResizeLoop`): sizes are reported a frame later here.
window.ResizeObserver = class extends ResizeObserver {
  constructor(callback: ResizeObserverCallback) {
    super((entries, observer) => void requestAnimationFrame(() => callback(entries, observer)));
  }
};
getTestBed().initTestEnvironment([BrowserTestingModule, SpecModule], platformBrowserTesting(), {
  errorOnUnknownElements: true,
  errorOnUnknownProperties: true,
});

// A language that one spec has chosen would be kept for all that follow.
afterEach(() => {
  localStorage.removeItem('ask-kitten.language');
  document.documentElement.lang = 'zh-CN';
});
