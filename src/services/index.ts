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
export { ONLINE } from './platform/browser.ts';
export type { WebSocketConfig } from './config/config.ts';
export type { ConnectionState } from './socket/connection-state.ts';
export type { Delivery } from './outbox/delivery.ts';
export { Journal } from './diagnostics/journal.ts';
export type { JournalEntry, ReceivedType } from './diagnostics/journal-entry.ts';
export { EMPTY_JOURNAL, JOURNAL_CAPACITY, type JournalState, type RoundTrip } from './diagnostics/journal-state.ts';
export type { LogName, LogPosition, ReceivedMessage } from './resume/received-message.ts';
export { RESUME_FROM } from './resume/resume-position.ts';
export { ServerClock } from './session/server-clock.ts';
export { isLoopback } from './socket/loopback.ts';
export { provideWebSocket } from './provide-websocket.ts';
export { ConnectionLost } from './socket/reconnect.ts';
export { SocketClosed } from './socket/socket-closed.ts';
export { type ConnectionProblem, WebSocketStatus } from './socket/status.ts';
export { UploadFailed, type UploadProblem, Uploads, type UploadState } from './uploads/uploads.ts';
export { WebSocketService } from './websocket.ts';
