import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideRouter, withNavigationErrorHandler } from '@angular/router';

import { provideWebSocket } from '../services/index.ts';
import { routes } from './app.routes.ts';
import { Announcer } from './chat/announcer/announcer.ts';
import { Conversation } from './chat/conversation/conversation.ts';
import { Works } from './gallery/works.ts';
import { provideHistory } from './history/provide-history.ts';
import { provideLanguage } from './language/provide-language.ts';
import { provideOffline } from './offline/provide-offline.ts';
import { recoverNavigation } from './recover-navigation.ts';

/** The application's providers. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes, withNavigationErrorHandler(recoverNavigation)),
    provideLanguage(),
    provideOffline(),
    // Before the connection: the streams do not replay, so what keeps their messages has to be there first.
    provideAppInitializer(() => {
      inject(Announcer);
      inject(Conversation);
      inject(Works);
    }),
    provideWebSocket(),
    provideHistory(),
  ],
};
