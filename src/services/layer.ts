import { inject, type Provider } from '@angular/core';

import { ConfigFile } from './config/config-file.ts';
import { WEB_SOCKET_CONFIG, type WebSocketConfig } from './config/config.ts';
import { ConnectionLog } from './diagnostics/connection-log.ts';
import { UserCode } from './identity/user-code.ts';
import { Inbox } from './inbound/inbox.ts';
import { OPEN_OUTBOX_STORE, OUTBOX_STORE } from './outbox/indexed-db-outbox-store.ts';
import { Outbox } from './outbox/outbox.ts';
import { CANCEL_CHANNEL, OPEN_CHANNEL } from './platform/browser.ts';
import { STORAGE_NAMESPACE, storagePrefix } from './platform/storage-namespace.ts';
import { ResumePosition } from './resume/resume-position.ts';
import { ServerClock } from './session/server-clock.ts';
import { Session } from './session/session.ts';
import { Connection } from './socket/connection.ts';
import { Uploads } from './uploads/uploads.ts';
import { WebSocketService } from './websocket.ts';

/** What one backend is made of: a set of its own for each `provideWebSocket`. */
export function layerProviders(config: Partial<WebSocketConfig>, namespace: () => string): Provider[] {
  return [
    { provide: WEB_SOCKET_CONFIG, useValue: config },
    { provide: STORAGE_NAMESPACE, useFactory: namespace },
    {
      provide: OUTBOX_STORE,
      useFactory: () => inject(OPEN_OUTBOX_STORE)(storagePrefix(inject(STORAGE_NAMESPACE))),
    },
    {
      provide: CANCEL_CHANNEL,
      useFactory: () => inject(OPEN_CHANNEL)(`${storagePrefix(inject(STORAGE_NAMESPACE))}.cancel`),
    },
    ConfigFile,
    Connection,
    ConnectionLog,
    Inbox,
    Outbox,
    ResumePosition,
    ServerClock,
    Session,
    Uploads,
    UserCode,
    WebSocketService,
  ];
}
