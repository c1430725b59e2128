import { type ApplicationConfig, Component, inject, provideZonelessChangeDetection } from '@angular/core';
import { provideClientHydration } from '@angular/platform-browser';

import { injectWebSocket, provideWebSocket, WebSocketService } from '../../../src/services/index.ts';

/** Shows what a page knows of its two backends. */
@Component({
  selector: 'kitten-rendered',
  template: `
    <p id="status">{{ unnamed.status() }}</p>
    <p id="code">{{ unnamed.userCode() }}</p>
    <p id="orders">{{ orders.userCode() }}</p>
  `,
})
export class Rendered {
  protected readonly unnamed = inject(WebSocketService);
  protected readonly orders = injectWebSocket('orders');

  constructor() {
    // What an application may do while it is rendered costs no connection either.
    this.unnamed.send('一只猫');
    this.unnamed.text$.subscribe();
  }
}

export const CONFIG: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideClientHydration(),
    provideWebSocket(),
    provideWebSocket('orders', { baseUrl: 'wss://orders.example/socket' }),
  ],
};
