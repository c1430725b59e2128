import { type ApplicationConfig, Component } from '@angular/core';

import { injectWebSocket, provideWebSocket } from '../../index.ts';

export const appConfig: ApplicationConfig = {
  providers: [
    provideWebSocket({ baseUrl: 'wss://video.example.com/socket' }),
    provideWebSocket('music', { baseUrl: 'wss://music.example.com/socket' }),
  ],
};

/** Each backend has a connection, a user code, an outbox and a position in its log of its own. */
@Component({
  selector: 'kitten-two-backends',
  template: `video {{ video.status() }} · music {{ music.status() }}`,
})
export class TwoBackends {
  protected readonly video = injectWebSocket();
  protected readonly music = injectWebSocket('music');
}
