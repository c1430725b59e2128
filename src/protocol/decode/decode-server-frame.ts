import { jsonOfBytes, splitBinaryFrame } from '../binary-frame.ts';
import {
  badFrame,
  type Decoded,
  decodeTextFrame,
  filledText,
  type JsonObject,
  success,
  text,
  type Writable,
} from './decoding.ts';
import { type MediumBody, mediaMessage } from './decode-media-message.ts';
import { toldScene } from './decode-scene.ts';
import { systemMessage } from './decode-system-message.ts';
import { ENVELOPE, Fields, flag, texts, wait } from './fields.ts';
import type { Envelope, ErrorMessage, ServerMessage, TextMessage } from '../messages.ts';

/** What a client fills in where a basic server leaves it out. */
export interface ServerFrameContext {
  /** Makes the `id` of a message that has none. */
  readonly newId: () => string;
  /** The time of a message that has none, in milliseconds since the Unix epoch. */
  readonly now: () => number;
  /**
   * The origin that relative addresses of media belong to: they become absolute, so that whoever shows a medium needs to
   * know no server. Without it they stay as they are.
   */
  readonly mediaOrigin?: string;
}

/** Reads a frame from a server, one result for each message in it, in order. Never throws. */
export function decodeServerFrame(
  frame: string | ArrayBuffer,
  context: ServerFrameContext,
): readonly Decoded<ServerMessage>[] {
  if (typeof frame === 'string') {
    return decodeTextFrame(frame, (json) => serverMessage(json, context));
  }
  const split = splitBinaryFrame(frame);
  if (split.ok) return [serverMessage(split.value.header, context, split.value.body)];
  // Some servers send all their JSON so.
  const json = jsonOfBytes(frame);
  return json === undefined ? [split] : decodeServerFrame(json, context);
}

function serverMessage(json: JsonObject, context: ServerFrameContext, body?: MediumBody): Decoded<ServerMessage> {
  const decoded = messageOfType(json, context, body);
  if (decoded.ok) complete(decoded.value, context);
  return decoded as Decoded<ServerMessage>;
}

/** Gives a message of a basic server what it lacks. */
function complete(message: Partial<Writable<Envelope>>, { newId, now }: ServerFrameContext): void {
  message.id ??= newId();
  message.ts ??= now();
}

/** What each kind of message reads as but for what every one has to carry. */
function messageOfType(
  json: JsonObject,
  { mediaOrigin }: ServerFrameContext,
  body?: MediumBody,
): Decoded<Partial<Envelope>> {
  const type = text(json['type']);
  switch (type) {
    case 'text':
      return text(json['content']) === undefined
        ? badFrame('content of a text is missing')
        : success(TEXT.read(json, mediaOrigin));
    case 'video':
    case 'image':
      return mediaMessage(json, { kind: type, body, origin: mediaOrigin });
    case 'system':
      return systemMessage(json, mediaOrigin);
    case 'error':
      return success(errorMessage(json));
    case undefined:
      return badFrame('type is missing');
    default:
      // As it was sent it is handed out too.
      return success({ ...UNKNOWN.read({ ...json }), type: 'unknown', sourceType: type, raw: json });
  }
}

const UNKNOWN = new Fields(ENVELOPE);

const TEXT = new Fields<TextMessage>({
  ...ENVELOPE,
  content: text,
  append: flag,
  prompt: filledText,
  // None is said, too: of a story for which there was no room.
  shots: (value) => (Array.isArray(value) && value.length === 0 ? [] : texts(value)),
  scene: toldScene,
});

const ERROR = new Fields<ErrorMessage>({
  ...ENVELOPE,
  code: filledText,
  content: text,
  retryable: (value) => value === true,
  retryAfterMs: wait,
  detail: filledText,
});

function errorMessage(json: JsonObject): Partial<ErrorMessage> {
  const message = ERROR.read(json);
  message.code ??= 'internal';
  message.content ??= '';
  message.retryable ??= false;
  return message;
}
