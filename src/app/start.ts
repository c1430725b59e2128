import { createApplication } from '@angular/platform-browser';
import { Router } from '@angular/router';

import { App } from './app.ts';
import { appConfig, RUNNING } from './app.config.ts';
import { nextTask } from './next-task.ts';
import { FrameParts } from './shell/frame-parts.ts';

/** Starts the application in steps between which the browser can paint and hear what is pressed. */
export async function start(): Promise<void> {
  await nextTask();
  const application = await createApplication(appConfig);
  const { injector } = application;
  await nextTask();
  for (const service of RUNNING) injector.get(service);
  const parts = injector.get(FrameParts);
  parts.clear();
  await nextTask();
  application.bootstrap(App);
  await nextTask();
  while (parts.addNext()) {
    application.tick();
    await nextTask();
  }
  injector.get(Router).initialNavigation();
}
