import { Component, inject } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

import { provideWebSocket, WebSocketService } from '../../../src/services/index.ts';
import { tally } from '../pages/tally.mjs';

/** The layer as an application has it: with everything on, and a subscriber for each type. */
@Component({ selector: 'kitten-bench', template: '' })
class Bench {
  constructor() {
    const socket = inject(WebSocketService);
    socket.text$.subscribe(tally.subscribers.text);
    socket.video$.subscribe(tally.subscribers.video);
    socket.image$.subscribe(tally.subscribers.image);
    socket.system$.subscribe(tally.subscribers.system);
    socket.error$.subscribe(tally.subscribers.error);
  }
}

bootstrapApplication(Bench, { providers: [provideWebSocket()] }).catch((error: unknown) => {
  console.error(error);
});
