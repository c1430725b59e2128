import { type EnvironmentProviders, inject, Injector, makeEnvironmentProviders } from '@angular/core';

import { LOG_START } from '../../services/index.ts';
import { History } from './history.ts';

/** Has the stream layer begin where the history ends, so that a page fetches what is new and no more. */
export function provideHistory(): EnvironmentProviders {
  return makeEnvironmentProviders([
    {
      provide: LOG_START,
      useFactory: () => {
        // Later: the history itself listens to the stream layer.
        const injector = inject(Injector);
        return (code: string, endpoint: string) => injector.get(History).resume(code, endpoint);
      },
    },
  ]);
}
