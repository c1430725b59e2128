import { type ApplicationConfig, ErrorHandler, provideBrowserGlobalErrorListeners, type Type } from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withDisabledInitialNavigation,
  withNavigationErrorHandler,
} from '@angular/router';

import { provideWebSocket, withConfigFile, withPreset } from '../services/index.ts';
import { routes } from './app.routes.ts';
import { JobNotifier } from './job-notifications/job-notifier.ts';
import { Favicon } from './job-notifications/favicon.ts';
import { Announcer } from './chat/announcer/announcer.ts';
import { EngineReplacement } from './chat/composer/engine/engine-replacement.ts';
import { DraftCleanup } from './drafts/draft-cleanup.ts';
import { OpenConversation } from './history/open-conversation.ts';
import { PastRuns } from './estimates/past-runs.ts';
import { ErrorRecorder } from './diagnostics/error-recorder.ts';
import { provideHistory } from './history/provide-history.ts';
import { provideLanguage } from './language/provide-language.ts';
import { provideOffline } from './offline/provide-offline.ts';
import { recoverNavigation } from './recover-navigation.ts';
import { ConversationTitle } from './shell/conversation-title.ts';
import { FirstPaint } from './shell/first-paint.ts';
import { PageTitle } from './shell/page-title.ts';
import { Theme } from './theme/theme.ts';
import { MediaCacheFiller } from './media-cache/media-cache-filler.ts';

/** The application's providers. What runs from the beginning and the first navigation are `start`'s. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    { provide: ErrorHandler, useClass: ErrorRecorder },
    provideRouter(routes, withNavigationErrorHandler(recoverNavigation), withDisabledInitialNavigation()),
    provideLanguage(),
    provideOffline(),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideWebSocket({}, ...withPreset(), withConfigFile('config.json')),
    provideHistory(),
  ],
};

/**
 * What runs whichever page is shown. Much of it hears what the stream layer tells but once: they are made in one task,
 * before the application connects.
 */
export const RUNNING: readonly Type<unknown>[] = [
  FirstPaint,
  Announcer,
  EngineReplacement,
  JobNotifier,
  OpenConversation,
  ConversationTitle,
  DraftCleanup,
  MediaCacheFiller,
  PastRuns,
  Favicon,
  Theme,
];
