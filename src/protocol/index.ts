export type {
  CancelMessage,
  ClientMessage,
  ClipOptions,
  PingMessage,
  PromptMessage,
  PromptOptions,
} from './client-messages.ts';
export { CloseCode, type CloseMeaning, closeMeaning } from './close-codes.ts';
export { type ClientFrameContext, decodeClientFrame, MAX_ATTACHMENTS } from './decode/decode-client-frame.ts';
export { decodeServerFrame, type ServerFrameContext } from './decode/decode-server-frame.ts';
export { encode, encodeBinary } from './encode.ts';
export {
  ACCESS_PATH,
  DEFAULT_PORT,
  ENDPOINT_PATH,
  JOIN_CODES_PATH,
  JOIN_FEATURE,
  JOIN_PATH,
  MEDIA_LINKS_PATH,
  PASS_NEEDED,
  PROTOCOL_VERSION,
  QueryParameter,
  serverAddress,
} from './endpoint.ts';
export { faultText } from './frame-fault-text.ts';
export { type FrameFault, isUuid, type Result, type Writable } from './decode/decoding.ts';
export {
  type EngineInfo,
  type EnginePrice,
  type EngineProfile,
  isEngineId,
  isSize,
  type MadeWith,
  type SecondsRange,
} from './engines.ts';
export { contentLength, DEFAULT_LIMITS, type Limits, MAX_WAIT_MS } from './limits.ts';
export { isMediaUrl, parseUrl } from './media-url.ts';
export { haveSameShape, nearestSeconds, nearestSize } from './nearest-options.ts';
export {
  type AcceptedMessage,
  type CancelledMessage,
  type CompletedMessage,
  type Envelope,
  ERROR_CODES,
  type ErrorCode,
  type ErrorMessage,
  type GapMessage,
  type ImageMessage,
  type MediaFields,
  MESSAGE_TYPES,
  type MessageByType,
  type MessageType,
  type NoticeMessage,
  type PongMessage,
  type ProgressMessage,
  type QueuedMessage,
  type ServerMessage,
  type StartedMessage,
  type SystemMessage,
  type TextMessage,
  type UnknownMessage,
  type VideoMessage,
  type WelcomeMessage,
} from './messages.ts';
export type {
  NamesByLanguage,
  SceneData,
  SceneShot,
  SceneSide,
  SceneSubject,
  SceneWordKind,
  SceneWords,
} from './scene.ts';
export {
  decodeUpload,
  UPLOAD_LIMITS,
  UPLOAD_TYPE_BYTES,
  UPLOAD_TYPES,
  type UploadedImage,
  UPLOADS_PATH,
  type UploadType,
  uploadType,
  USER_CODE_HEADER,
} from './uploads.ts';
