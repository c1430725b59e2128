import { bootstrapApplication } from '@angular/platform-browser';

import { App } from './app/app.ts';
import { appConfig } from './app/app.config.ts';
import { ignoreLateSizes } from './app/late-sizes.ts';

ignoreLateSizes();
bootstrapApplication(App, appConfig).catch((error: unknown) => {
  console.error(error);
});
