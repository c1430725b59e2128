import type { Provider } from '@angular/core';

import { CODEC } from './codec/codec.ts';
import { jsonCodec } from './codec/json-codec.ts';
import { ProvidedConfig, CONFIG_SOURCE } from './config/config-source.ts';
import { WEB_SOCKET_CONFIG, type WebSocketConfig } from './config/config.ts';
import { CONNECTION_RECORDER, NO_RECORDER } from './diagnostics/connection-recorder.ts';
import type { WebSocketFeature } from './features/feature.ts';
import { ServerStorage } from './identity/server-storage.ts';
import { UserCode } from './identity/user-code.ts';
import { Inbox } from './inbound/inbox.ts';
import { DirectPrompts, PROMPTS } from './outbox/prompts.ts';
import { STORAGE_PREFIX } from './platform/storage-prefix.ts';
import { NO_RESUME, RESUME } from './resume/resume.ts';
import { HEARTBEAT } from './session/heartbeat.ts';
import { ServerClock } from './session/server-clock.ts';
import { Session } from './session/session.ts';
import { Connection } from './socket/connection.ts';
import { connectingOnce } from './socket/connecting-once.ts';
import { RECONNECTING } from './socket/reconnect.ts';
import { CODES } from './texts/codes.ts';
import { TEXTS } from './texts/texts.ts';
import { WebSocketService } from './websocket.ts';

/** What one backend is made of. */
export interface Backend {
  readonly config: Partial<WebSocketConfig>;
  /** Called where the backend is made, in its injection context. */
  readonly storagePrefix: () => string;
  readonly features: readonly WebSocketFeature[];
}

/** The parts of one backend: a set of its own for each `provideWebSocket`. Each feature takes the place of what does without. */
export function backendProviders({ config, storagePrefix, features }: Backend): Provider[] {
  return [
    { provide: STORAGE_PREFIX, useFactory: storagePrefix },
    { provide: WEB_SOCKET_CONFIG, useValue: config },
    { provide: CONFIG_SOURCE, useClass: ProvidedConfig },
    { provide: CODEC, useValue: jsonCodec() },
    { provide: TEXTS, useValue: CODES },
    { provide: RECONNECTING, useValue: connectingOnce },
    { provide: HEARTBEAT, useValue: null },
    { provide: PROMPTS, useClass: DirectPrompts },
    { provide: RESUME, useValue: NO_RESUME },
    { provide: CONNECTION_RECORDER, useValue: NO_RECORDER },
    Connection,
    Inbox,
    ServerClock,
    ServerStorage,
    Session,
    UserCode,
    WebSocketService,
    ...features.flatMap(({ providers }) => providers),
  ];
}
