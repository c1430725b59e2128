import { GATEWAY_CODEC } from '../codec/gateway-codec.ts';
import type { WebSocketFeature } from './feature.ts';
import { withCodec } from './with-codec.ts';
import { withConnectionLog } from './with-connection-log.ts';
import { withHeartbeat } from './with-heartbeat.ts';
import { withOutbox } from './with-outbox.ts';
import { withReconnect } from './with-reconnect.ts';
import { withResume } from './with-resume.ts';
import { CHINESE } from '../texts/chinese.ts';
import { withTexts } from './with-texts.ts';
import { withUploads } from './with-uploads.ts';

/** What `provideWebSocket()` has without features: all that the chat needs, but for a file of configuration. */
export function withPreset(): readonly WebSocketFeature[] {
  return [
    withCodec(GATEWAY_CODEC),
    withReconnect(),
    withHeartbeat(),
    withOutbox(),
    withResume(),
    withConnectionLog(),
    withUploads(),
    withTexts(CHINESE),
  ];
}
