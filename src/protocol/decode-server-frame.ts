import { jsonOfBytes, splitBinaryFrame } from './binary-frame.ts';
import {
  badFrame,
  type Decoded,
  decodeTextFrame,
  filledText,
  integer,
  type JsonObject,
  number,
  success,
  text,
  type Writable,
} from './decoding.ts';
import { madeWith } from './decode-engine.ts';
import { toldScene } from './decode-scene.ts';
import { systemMessage } from './decode-system-message.ts';
import { absoluteMediaUrl, isMediaUrl } from './media-url.ts';
import type {
  Envelope,
  ErrorMessage,
  ImageMessage,
  MediaFields,
  ServerMessage,
  TextMessage,
  VideoMessage,
} from './messages.ts';

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

type Body = Uint8Array<ArrayBuffer>;

function serverMessage(json: JsonObject, context: ServerFrameContext, body?: Body): Decoded<ServerMessage> {
  const type = text(json, 'type');
  switch (type) {
    case 'text':
      return textMessage(json, context);
    case 'video':
      return videoMessage(json, context, body);
    case 'image':
      return imageMessage(json, context, body);
    case 'system':
      return systemMessage(json, envelope(json, type, context), context.mediaOrigin);
    case 'error':
      return success(errorMessage(json, context));
    case undefined:
      return badFrame('type is missing');
    default:
      return success({ ...envelope(json, 'unknown', context), sourceType: type, raw: json });
  }
}

/** A new message with what every one carries; the rest of it is written into it. */
function envelope<Type extends string>(
  json: JsonObject,
  type: Type,
  context: ServerFrameContext,
): Writable<Envelope> & { readonly type: Type } {
  const message: Writable<Envelope> & { readonly type: Type } = {
    id: filledText(json, 'id') ?? context.newId(),
    ts: timeOf(json) ?? context.now(),
    type,
  };
  const seq = integer(json, 'seq', 1);
  if (seq !== undefined) message.seq = seq;
  const jobId = filledText(json, 'jobId');
  if (jobId !== undefined) message.jobId = jobId;
  const replyTo = filledText(json, 'replyTo');
  if (replyTo !== undefined) message.replyTo = replyTo;
  return message;
}

/** From where on a time counts in other units than milliseconds: as such it would be of 1970, or thousands of years off. */
const UNITS: readonly { readonly from: number; readonly milliseconds: number }[] = [
  { from: 1e17, milliseconds: 1e-6 },
  { from: 1e14, milliseconds: 1e-3 },
  { from: 1e11, milliseconds: 1 },
  { from: 1e9, milliseconds: 1_000 },
];

/** When a message was made, in milliseconds; many a server counts in seconds or finer, or writes a date. */
function timeOf(json: JsonObject): number | undefined {
  const ts = number(json, 'ts', 0) ?? dateOf(text(json, 'ts'));
  const unit = UNITS.find(({ from }) => ts !== undefined && ts >= from);
  return ts === undefined || unit === undefined ? ts : ts * unit.milliseconds;
}

const ISO_DATE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

function dateOf(date: string | undefined): number | undefined {
  return date !== undefined && ISO_DATE.test(date) ? Date.parse(date) || undefined : undefined;
}

function textMessage(json: JsonObject, context: ServerFrameContext): Decoded<TextMessage> {
  const content = text(json, 'content');
  if (content === undefined) return badFrame('content of a text is missing');
  const message = envelope(json, 'text', context) as Writable<TextMessage>;
  message.content = content;
  if (json['append'] === true) message.append = true;
  const prompt = filledText(json, 'prompt');
  if (prompt !== undefined) message.prompt = prompt;
  const shots = texts(json['shots']);
  if (shots !== undefined) message.shots = shots;
  // Most texts tell of none, and each piece of a text passes here.
  const scene = json['scene'] === undefined ? undefined : toldScene(json['scene']);
  if (scene !== undefined) message.scene = scene;
  return success(message);
}

/** The texts of a list; undefined where it holds none. */
function texts(value: unknown): readonly string[] | undefined {
  const known = Array.isArray(value) ? value.filter((each) => typeof each === 'string' && each !== '') : [];
  return known.length === 0 ? undefined : known;
}

function errorMessage(json: JsonObject, context: ServerFrameContext): ErrorMessage {
  const message = envelope(json, 'error', context) as Writable<ErrorMessage>;
  message.code = filledText(json, 'code') ?? 'internal';
  message.content = text(json, 'content') ?? '';
  message.retryable = json['retryable'] === true;
  const retryAfterMs = number(json, 'retryAfterMs', 0);
  if (retryAfterMs !== undefined) message.retryAfterMs = retryAfterMs;
  const detail = filledText(json, 'detail');
  if (detail !== undefined) message.detail = detail;
  return message;
}

function videoMessage(json: JsonObject, context: ServerFrameContext, body?: Body): Decoded<VideoMessage> {
  const posterUrl = filledText(json, 'posterUrl');
  if (posterUrl !== undefined && !isMediaUrl(posterUrl, 'image')) {
    return badFrame('posterUrl has a scheme that is not allowed');
  }
  const message = envelope(json, 'video', context) as Writable<VideoMessage>;
  const fault = readMedium(message, { json, kind: 'video', body, context });
  if (fault !== undefined) return badFrame(fault);
  const durationMs = number(json, 'durationMs', 0);
  if (durationMs !== undefined) message.durationMs = durationMs;
  if (posterUrl !== undefined) message.posterUrl = absoluteMediaUrl(posterUrl, context.mediaOrigin);
  const made = madeWith(json['madeWith']);
  if (made !== undefined) message.madeWith = made;
  return success(message);
}

function imageMessage(json: JsonObject, context: ServerFrameContext, body?: Body): Decoded<ImageMessage> {
  const message = envelope(json, 'image', context) as Writable<ImageMessage>;
  const fault = readMedium(message, { json, kind: 'image', body, context });
  if (fault !== undefined) return badFrame(fault);
  if (json['preview'] === true) message.preview = true;
  return success(message);
}

/** What a video or an image is read from. */
interface Medium {
  readonly json: JsonObject;
  readonly kind: 'video' | 'image';
  readonly body: Body | undefined;
  readonly context: ServerFrameContext;
}

const DEFAULT_MIME_TYPE = { video: 'video/mp4', image: 'image/png' } as const;

/** Writes what videos and images share into a message; returns why it can't be read, where it can't. */
function readMedium(message: Writable<MediaFields>, medium: Medium): string | undefined {
  const { json, kind } = medium;
  const mimeType = filledText(json, 'mimeType') ?? DEFAULT_MIME_TYPE[kind];
  if (!mimeType.toLowerCase().startsWith(`${kind}/`)) return `mimeType of a ${kind} is not ${kind}/…`;
  const fault = readSource(message, medium);
  if (fault !== undefined) return fault;
  message.mimeType = mimeType;
  const name = filledText(json, 'name');
  if (name !== undefined) message.name = name;
  const width = integer(json, 'width', 1);
  if (width !== undefined) message.width = width;
  const height = integer(json, 'height', 1);
  if (height !== undefined) message.height = height;
  const bytes = integer(json, 'bytes');
  if (bytes !== undefined) message.bytes = bytes;
  return undefined;
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** In one line and with the usual alphabet: mail breaks it into lines, and addresses have `-` and `_` in it. */
function plainBase64(data: string): string {
  return BASE64.test(data) ? data : data.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
}

const DATA_URL = /^(data:[^,]*;base64,)(.*)$/is;

/** A medium in its own address, where its base64 is as servers write it too. */
function plainDataUrl(url: string): string {
  const [, head, data] = DATA_URL.exec(url) ?? [];
  return head === undefined || data === undefined ? url : `${head}${plainBase64(data)}`;
}

/** The guide says "the URL or data" without naming fields, so a basic server's `content` may be the URL. */
function readSource(message: Writable<MediaFields>, { json, kind, body, context }: Medium): string | undefined {
  if (body !== undefined) {
    message.body = body;
    return body.length > 0 ? undefined : `a ${kind} is empty`;
  }
  const data = filledText(json, 'data');
  if (data !== undefined && !data.startsWith('data:')) {
    message.data = plainBase64(data);
    return BASE64.test(message.data) ? undefined : `data of a ${kind} is no base64`;
  }
  const url = filledText(json, 'url') ?? data ?? filledText(json, 'content');
  if (url === undefined) return `a ${kind} has neither url nor data`;
  if (!isMediaUrl(url, kind)) return `url of a ${kind} has a scheme that is not allowed`;
  message.url = plainDataUrl(absoluteMediaUrl(url, context.mediaOrigin));
  return undefined;
}
