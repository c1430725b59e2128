export {
  type CancelMessage,
  CloseCode,
  contentLength,
  DEFAULT_LIMITS,
  type EngineInfo,
  type ErrorCode,
  type ErrorMessage,
  type ImageMessage,
  isUuid,
  type Limits,
  MAX_ATTACHMENTS,
  type MessageByType,
  type MessageType,
  type ProgressMessage,
  type PromptMessage,
  type PromptOptions,
  type QueuedMessage,
  type ServerMessage,
  type SystemMessage,
  type TextMessage,
  type UnknownMessage,
  UPLOAD_LIMITS,
  UPLOAD_TYPES,
  type VideoMessage,
  type WelcomeMessage,
} from '../protocol/index.ts';
export {
  LOCAL_STORAGE,
  ONLINE,
  OPEN_CHANNEL,
  PAGE_URL,
  STORAGE_CHANGES,
  type StorageChange,
  type TabChannel,
  type TextStorage,
  WEB_SOCKET,
  type WebSocketConstructor,
} from './platform/browser.ts';
export type { WebSocketConfig } from './config/config.ts';
export type { ConnectionState } from './socket/connection-state.ts';
export { OPEN_OUTBOX_STORE } from './outbox/indexed-db-outbox-store.ts';
export type { OutboxStore, Waiting } from './outbox/outbox-store.ts';
export type { Delivery } from './outbox/outbox-entry.ts';
export { ConnectionLog } from './diagnostics/connection-log.ts';
export {
  CONNECTION_LOG_CAPACITY,
  type ConnectionLogEntry,
  type ConnectionLogState,
  EMPTY_CONNECTION_LOG,
  type ReceivedType,
  type RoundTrip,
} from './diagnostics/connection-log-state.ts';
export type { LogName, LogPosition, ReceivedMessage } from './resume/received-message.ts';
// For the fakes of `testing`, which follow a log as the service does.
export { FollowedLog as ɵFollowedLog } from './resume/followed-log.ts';
export { RESUME_FROM } from './resume/resume-position.ts';
export { ServerClock } from './session/server-clock.ts';
export { injectWebSocket } from './inject-websocket.ts';
export { provideWebSocket } from './provide-websocket.ts';
export { ConnectionLost } from './socket/reconnect.ts';
export { SocketClosed } from './socket/open-socket.ts';
export { isLoopback } from './socket/socket-url.ts';
export { type ConnectionProblem, WebSocketStatus } from './socket/status.ts';
export { UploadFailed, type UploadProblem, Uploads, type UploadState } from './uploads/uploads.ts';
export { WebSocketService } from './websocket.ts';
