import { splitBinaryFrame } from './binary-frame.ts';
import { badFrame, type FrameFault } from './frame-fault.ts';
import { filledText, integer, type JsonObject, number, optional, text } from './fields.ts';
import { parseTextFrame } from './json-frame.ts';
import { isMediaUrl } from './media-url.ts';
import type {
  Envelope,
  ErrorMessage,
  ImageMessage,
  MediaFields,
  ServerMessage,
  TextMessage,
  VideoMessage,
} from './messages.ts';
import { type Result, success } from './result.ts';
import { systemMessage } from './decode-system-message.ts';

type Decoded<Message> = Result<Message, FrameFault>;

/** What a client fills in where a basic server leaves it out. */
export interface ServerFrameContext {
  /** Makes the `id` of a message that has none. */
  readonly newId: () => string;
  /** The time of a message that has none, in milliseconds since the Unix epoch. */
  readonly now: () => number;
}

/** Reads a frame from a server, one result for each message in it, in order. Never throws. */
export function decodeServerFrame(
  frame: string | ArrayBuffer,
  context: ServerFrameContext,
): readonly Decoded<ServerMessage>[] {
  if (typeof frame === 'string') {
    return parseTextFrame(frame).map((parsed) => (parsed.ok ? serverMessage(parsed.value, context) : parsed));
  }
  const split = splitBinaryFrame(frame);
  return [split.ok ? serverMessage(split.value.header, context, split.value.body) : split];
}

type Body = Uint8Array<ArrayBuffer>;

function serverMessage(json: JsonObject, context: ServerFrameContext, body?: Body): Decoded<ServerMessage> {
  const type = text(json, 'type');
  const fields = envelope(json, context);
  switch (type) {
    case 'text':
      return textMessage(json, fields);
    case 'video':
      return videoMessage(json, fields, body);
    case 'image':
      return imageMessage(json, fields, body);
    case 'system':
      return systemMessage(json, fields);
    case 'error':
      return success(errorMessage(json, fields));
    case undefined:
      return badFrame('type is missing');
    default:
      return success({ ...fields, type: 'unknown', sourceType: type, raw: json });
  }
}

function envelope(json: JsonObject, context: ServerFrameContext): Envelope {
  return {
    id: filledText(json, 'id') ?? context.newId(),
    ts: number(json, 'ts', 0) ?? context.now(),
    ...optional('seq', integer(json, 'seq', 1)),
    ...optional('jobId', filledText(json, 'jobId')),
    ...optional('replyTo', filledText(json, 'replyTo')),
  };
}

function textMessage(json: JsonObject, fields: Envelope): Decoded<TextMessage> {
  const content = text(json, 'content');
  if (content === undefined) return badFrame('content of a text is missing');
  return success({ ...fields, type: 'text', content, ...(json['append'] === true && { append: true }) });
}

function errorMessage(json: JsonObject, fields: Envelope): ErrorMessage {
  return {
    ...fields,
    type: 'error',
    code: filledText(json, 'code') ?? 'internal',
    content: text(json, 'content') ?? '',
    retryable: json['retryable'] === true,
    ...optional('retryAfterMs', number(json, 'retryAfterMs', 0)),
  };
}

function videoMessage(json: JsonObject, fields: Envelope, body?: Body): Decoded<VideoMessage> {
  const media = mediaFields(json, 'video', fields, body);
  if (!media.ok) return media;
  const posterUrl = filledText(json, 'posterUrl');
  if (posterUrl !== undefined && !isMediaUrl(posterUrl, 'image'))
    return badFrame('posterUrl has a scheme that is not allowed');
  return success({
    ...media.value,
    type: 'video',
    ...optional('durationMs', number(json, 'durationMs', 0)),
    ...optional('posterUrl', posterUrl),
  });
}

function imageMessage(json: JsonObject, fields: Envelope, body?: Body): Decoded<ImageMessage> {
  const media = mediaFields(json, 'image', fields, body);
  if (!media.ok) return media;
  return success({ ...media.value, type: 'image', ...(json['preview'] === true && { preview: true }) });
}

const DEFAULT_MIME_TYPE = { video: 'video/mp4', image: 'image/png' } as const;

function mediaFields(
  json: JsonObject,
  kind: 'video' | 'image',
  fields: Envelope,
  body: Body | undefined,
): Decoded<MediaFields> {
  const mimeType = filledText(json, 'mimeType') ?? DEFAULT_MIME_TYPE[kind];
  if (!mimeType.toLowerCase().startsWith(`${kind}/`)) return badFrame(`mimeType of a ${kind} is not ${kind}/…`);
  const source = mediaSource(json, kind, body);
  if (!source.ok) return source;
  return success({
    ...fields,
    ...source.value,
    mimeType,
    ...optional('name', filledText(json, 'name')),
    ...optional('width', integer(json, 'width', 1)),
    ...optional('height', integer(json, 'height', 1)),
    ...optional('bytes', integer(json, 'bytes', 0)),
  });
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The guide says "the URL or data" without naming fields, so a basic server's `content` may be the URL. */
function mediaSource(
  json: JsonObject,
  kind: 'video' | 'image',
  body: Body | undefined,
): Decoded<Pick<MediaFields, 'url' | 'data' | 'body'>> {
  if (body !== undefined) return body.length > 0 ? success({ body }) : badFrame(`a ${kind} is empty`);
  const data = filledText(json, 'data');
  if (data !== undefined && !data.startsWith('data:')) {
    return BASE64.test(data) ? success({ data }) : badFrame(`data of a ${kind} is no base64`);
  }
  const url = filledText(json, 'url') ?? data ?? filledText(json, 'content');
  if (url === undefined) return badFrame(`a ${kind} has neither url nor data`);
  return isMediaUrl(url, kind) ? success({ url }) : badFrame(`url of a ${kind} has a scheme that is not allowed`);
}
