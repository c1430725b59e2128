import { type ApplicationConfig, Component } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';

import { injectWebSocket, provideWebSocket } from '../../index.ts';

export const appConfig: ApplicationConfig = {
  providers: [
    provideWebSocket({ baseUrl: 'wss://video.example.com/socket' }),
    provideWebSocket('orders', { baseUrl: 'wss://orders.example.com/socket' }),
  ],
};

/** Each backend has a connection, a user code, an outbox and a place in its log of its own. */
@Component({
  selector: 'kitten-two-backends',
  template: `video {{ video() }} · orders {{ orders() }}`,
})
export class TwoBackends {
  protected readonly video = toSignal(injectWebSocket().status$);
  protected readonly orders = toSignal(injectWebSocket('orders').status$);
}
