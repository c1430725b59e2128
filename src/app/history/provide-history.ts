import { type EnvironmentProviders, inject, makeEnvironmentProviders } from '@angular/core';

import { RESUME_FROM } from '../../services/index.ts';
import { HISTORY_STORE } from './store/history-token.ts';

/** Has the stream layer begin where the history ends, so that a page fetches what is new and no more. */
export function provideHistory(): EnvironmentProviders {
  return makeEnvironmentProviders([
    {
      provide: RESUME_FROM,
      useFactory: () => {
        const store = inject(HISTORY_STORE);
        return (code: string, endpoint: string) => store.log(code, endpoint);
      },
    },
  ]);
}
