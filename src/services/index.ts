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
export { ONLINE } from './browser.ts';
export type { WebSocketConfig } from './config.ts';
export type { ConnectionState } from './connection-state.ts';
export type { Delivery } from './delivery.ts';
export { Journal } from './journal.ts';
export type { JournalEntry, ReceivedType } from './journal-entry.ts';
export { EMPTY_JOURNAL, JOURNAL_CAPACITY, type JournalState, type RoundTrip } from './journal-state.ts';
export { LOG_START } from './log-start.ts';
export { isLoopback } from './loopback.ts';
export { provideWebSocket } from './provide-websocket.ts';
export { ConnectionLost } from './reconnect.ts';
export { SocketClosed } from './socket-closed.ts';
export { type ConnectionProblem, WebSocketStatus } from './status.ts';
export { UploadFailed, type UploadProblem, Uploads, type UploadState } from './uploads.ts';
export { WebSocketService } from './websocket.ts';
