export {
  ACCESS_PATH,
  type CancelMessage,
  type ClipOptions,
  CloseCode,
  contentLength,
  DEFAULT_LIMITS,
  type EngineInfo,
  type EnginePrice,
  type EngineProfile,
  type ErrorCode,
  type ErrorMessage,
  haveSameShape,
  type ImageMessage,
  isUuid,
  JOIN_CODES_PATH,
  JOIN_FEATURE,
  JOIN_PATH,
  type Limits,
  type MadeWith,
  MAX_ATTACHMENTS,
  MEDIA_LINKS_PATH,
  type MessageByType,
  type MessageType,
  nearestSeconds,
  nearestSize,
  PASS_NEEDED,
  type ProgressMessage,
  type PromptMessage,
  type PromptOptions,
  type QueuedMessage,
  type SceneData,
  type SceneShot,
  type SceneSubject,
  type SceneWordKind,
  type SceneWords,
  type NamesByLanguage,
  serverAddress,
  type ServerMessage,
  type SystemMessage,
  type TextMessage,
  type UnknownMessage,
  UPLOAD_LIMITS,
  UPLOAD_TYPES,
  USER_CODE_HEADER,
  type VideoMessage,
  type WelcomeMessage,
} from '../protocol/index.ts';
export {
  FETCH_TEXT,
  type FetchText,
  LOCAL_STORAGE,
  ONLINE,
  OPEN_CHANNEL,
  PAGE_RETURNED,
  PAGE_URL,
  STORAGE_CHANGES,
  type StorageChange,
  type TabChannel,
  type TextStorage,
  WEB_SOCKET,
  type WebSocketConstructor,
} from './platform/browser.ts';
export {
  type AnyMessage,
  type Codec,
  type MessageOfType,
  type OwnMessage,
  type SentFrame,
  type SentMessage,
  Unreadable,
} from './codec/codec.ts';
export { GATEWAY_CODEC } from './codec/gateway-codec.ts';
export { jsonCodec } from './codec/json-codec.ts';
export type { QueryNames, RetryDelay, SocketAddress, WebSocketConfig } from './config/config.ts';
export type { WebSocketFeature } from './features/feature.ts';
export { withCodec } from './features/with-codec.ts';
export { withConfigFile } from './features/with-config-file.ts';
export { withConnectionLog } from './features/with-connection-log.ts';
export { type HeartbeatFeatureOptions, withHeartbeat } from './features/with-heartbeat.ts';
export { withOutbox } from './features/with-outbox.ts';
export { withPreset } from './features/with-preset.ts';
export { type ReconnectOptions, withReconnect } from './features/with-reconnect.ts';
export { withResume } from './features/with-resume.ts';
export { withTexts } from './features/with-texts.ts';
export { withUploads } from './features/with-uploads.ts';
export type { ConnectionState, ErrorState, ReconnectingState, SteadyState } from './socket/connection-state.ts';
export { OPEN_OUTBOX_STORE } from './outbox/indexed-db-outbox-store.ts';
export { NO_OUTBOX_STORE, type OutboxStore, type Stored, type Waiting } from './outbox/outbox-store.ts';
export type { Delivery, TemporaryRefusal } from './outbox/outbox-entry.ts';
export { ConnectionLog } from './diagnostics/connection-log.ts';
export {
  CONNECTION_LOG_CAPACITY,
  type ConnectionLogEntry,
  type ConnectionLogState,
  EMPTY_CONNECTION_LOG,
  type ReceivedType,
  type RoundTrip,
} from './diagnostics/connection-log-state.ts';
export type { LogName, LogPosition } from './resume/log-position.ts';
export type { ReceivedMessage } from './resume/received-message.ts';
// For the fakes of `testing`, which follow a log as the service does.
export { LogCursor as ɵLogCursor } from './resume/log-cursor.ts';
export { RESUME_FROM } from './resume/log-tracker.ts';
export { ServerClock } from './session/server-clock.ts';
// So that a fake can stand for a named backend.
export { backendToken as ɵbackendToken } from './backends.ts';
export { injectWebSocket } from './inject-websocket.ts';
export { provideLeanWebSocket } from './provide-lean-websocket.ts';
export { provideWebSocket } from './provide-websocket.ts';
export { CHINESE } from './texts/chinese.ts';
export { ENGLISH } from './texts/english.ts';
export type { Texts } from './texts/texts.ts';
export { ConnectionLost } from './socket/reconnect.ts';
export { SocketClosed } from './socket/open-socket.ts';
export { isLoopback } from './config/endpoint.ts';
export { type ConnectionProblem, WebSocketStatus } from './socket/status.ts';
export { UploadFailed, type UploadProblem, Uploads, type UploadState } from './uploads/uploads.ts';
export { WebSocketService } from './websocket.ts';
