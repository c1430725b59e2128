import { bootstrapApplication } from '@angular/platform-browser';

import { CONFIG, Rendered } from './rendered.ts';

bootstrapApplication(Rendered, CONFIG).catch((error: unknown) => {
  console.error(error);
});
