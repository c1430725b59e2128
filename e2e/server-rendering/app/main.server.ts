import { type ApplicationRef, mergeApplicationConfig } from '@angular/core';
import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser';
import { provideServerRendering, RenderMode, withRoutes } from '@angular/ssr';

import { CONFIG, Rendered } from './rendered.ts';

const SERVER_CONFIG = mergeApplicationConfig(CONFIG, {
  providers: [provideServerRendering(withRoutes([{ path: '**', renderMode: RenderMode.Server }]))],
});

export default function bootstrap(context: BootstrapContext): Promise<ApplicationRef> {
  return bootstrapApplication(Rendered, SERVER_CONFIG, context);
}
